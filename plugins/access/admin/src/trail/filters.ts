import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const names = ['actor', 'kind', 'fromDay', 'toDay', 'patient'] as const;
export type FilterName = (typeof names)[number];

/** The filters live in the address: they survive reload and can be sent to a colleague. */
export const useTrailFilters = () => {
  const [address, setAddress] = useSearchParams();
  const given = names.flatMap((name): [FilterName, string][] => {
    const value = address.get(name);
    return value ? [[name, value]] : [];
  });
  const change = useCallback(
    (name: FilterName, value: string) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  const clear = useCallback(() => setAddress({}, { replace: true }), [setAddress]);
  return {
    value: (name: FilterName) => address.get(name) ?? '',
    any: given.length > 0,
    query: new URLSearchParams(given).toString(),
    change,
    clear,
  };
};

export type TrailFilters = ReturnType<typeof useTrailFilters>;
