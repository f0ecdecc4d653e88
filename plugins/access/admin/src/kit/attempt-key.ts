import { useCallback, useRef } from 'react';

/** A key that no other attempt has; pages on plain HTTP make it too. */
export const newAttemptKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** The key of an attempt: the same while the same is sent, so that a second try is not a second booking. */
export const useAttemptKey = () => {
  const last = useRef<{ readonly of: string; readonly key: string }>(undefined);
  return useCallback((body: object): string => {
    const of = JSON.stringify(body);
    if (last.current?.of !== of) last.current = { of, key: newAttemptKey() };
    return last.current.key;
  }, []);
};
