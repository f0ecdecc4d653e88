import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const names = ['state', 'channel', 'from', 'to', 'patient', 'search'] as const;
type Name = (typeof names)[number];

/** The list's filters. They live in the address, so that they survive reload and can be sent to a colleague. */
export const useFilters = () => {
  const [address, setAddress] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, address.get(name) ?? ''])) as Record<
    Name,
    string
  >;
  const page = Math.max(1, Number(address.get('page')) || 1);
  const change = useCallback(
    (changes: Partial<Record<Name | 'page', string>>) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old);
          if (!('page' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes))
            if (value) next.set(name, value);
            else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  const clear = useCallback(() => setAddress({}, { replace: true }), [setAddress]);
  const query = new URLSearchParams(
    Object.entries({ ...values, page: String(page) }).filter(([, value]) => value !== ''),
  ).toString();
  return { values, page, query, change, clear, any: names.some((name) => values[name] !== '') };
};

export type Filters = ReturnType<typeof useFilters>;
