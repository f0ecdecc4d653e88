import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A list's filters and its page. They live in the address: they survive reload and can be sent to a colleague. */
export interface Filters<Name extends string> {
  /** Empty where nothing was chosen. */
  readonly values: Readonly<Record<Name, string>>;
  readonly page: number;
  /** What was chosen and the page, ready to ask the server with. */
  readonly query: string;
  readonly any: boolean;
  /** Begins at the first page again, unless it is the page that changes. */
  readonly change: (name: Name | 'page', value: string) => void;
  readonly clear: () => void;
}

export const useFilters = <const Name extends string>(names: readonly Name[]): Filters<Name> => {
  const [address, setAddress] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, address.get(name) ?? ''])) as Record<
    Name,
    string
  >;
  const page = Math.max(1, Number(address.get('page')) || 1);
  const change = useCallback(
    (name: Name | 'page', value: string) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old);
          next.delete('page');
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: name !== 'page' },
      ),
    [setAddress],
  );
  const clear = useCallback(() => setAddress({}, { replace: true }), [setAddress]);
  const chosen = names.filter((name) => values[name]);
  const query = new URLSearchParams([
    ...chosen.map((name) => [name, values[name]]),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]).toString();
  return { values, page, query, any: chosen.length > 0, change, clear };
};
