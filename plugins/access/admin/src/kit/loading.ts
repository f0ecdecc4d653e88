import { useCallback, useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly data: T };

/**
 * Runs `load` at first and whenever it changes (keep it stable with `useCallback`); the last data stays on screen while
 * it is read again.
 */
export const useLoaded = <T>(
  load: () => Promise<T>,
): Loaded<T> & { reload: () => Promise<void> } => {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (data) => wanted && setLoaded({ state: 'ready', data }),
      (error: unknown) => {
        if (wanted && (error as Error).name !== 'AbortError') setLoaded({ state: 'failed', error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, round]);
  const reload = useCallback(async () => setRound((count) => count + 1), []);
  return { ...loaded, reload };
};
