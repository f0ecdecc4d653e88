/**
 * The attributes that a query of the generated REST API touches, as paths from the noun: filtering and sorting tell as
 * much of a field as reading it does.
 */
export type Path = readonly string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inFilters = (value: unknown, at: Path): Path[] => {
  if (Array.isArray(value)) return value.flatMap((part) => inFilters(part, at));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    // An operator, or the index of a list such as `filters[$or][0]`.
    if (key.startsWith('$') || /^\d+$/.test(key)) return inFilters(inner, at);
    const path = [...at, key];
    return [path, ...inFilters(inner, path)];
  });
};

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .flatMap((part) => (typeof part === 'string' ? part.split(',') : []))
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '*');

const inSort = (value: unknown, at: Path): Path[] => {
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      /^\d+$/.test(key)
        ? inSort(inner, at)
        : isObject(inner)
          ? inSort(inner, [...at, key])
          : [[...at, key]],
    );
  if (Array.isArray(value) && value.some(isObject))
    return value.flatMap((part) => inSort(part, at));
  return words(value).map((word) => [...at, ...(word.split(':')[0] ?? '').split('.')]);
};

const inFields = (value: unknown, at: Path): Path[] =>
  words(isObject(value) ? Object.values(value) : value).map((word) => [...at, ...word.split('.')]);

const inPopulate = (value: unknown, at: Path): Path[] => {
  if (Array.isArray(value) && value.some(isObject))
    return value.flatMap((part) => inPopulate(part, at));
  if (!isObject(value))
    return typeof value === 'string' || Array.isArray(value)
      ? words(value)
          .filter((word) => word !== 'true')
          .map((word) => [...at, ...word.split('.')])
      : [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (/^\d+$/.test(key)) return inPopulate(inner, at);
    const path = [...at, key];
    return [path, ...(isObject(inner) ? queryPaths(inner, path) : [])];
  });
};

/** Throws nothing and knows no schema: what it names may not exist. */
export const queryPaths = (query: Readonly<Record<string, unknown>>, at: Path = []): Path[] => [
  ...inFilters(query.filters, at),
  ...inSort(query.sort, at),
  ...inFields(query.fields, at),
  ...inPopulate(query.populate, at),
];

/** Those that are compared or ordered by, and not merely shown. */
export const comparedPaths = (query: Readonly<Record<string, unknown>>, at: Path = []): Path[] => [
  ...inFilters(query.filters, at),
  ...inSort(query.sort, at),
  ...(isObject(query.populate)
    ? Object.entries(query.populate).flatMap(([key, inner]) =>
        isObject(inner) ? comparedPaths(inner, [...at, key]) : [],
      )
    : []),
];

/** The keys that a generated route takes. `_q` searches in fields that the caller may not read, so it is not among them. */
export const allowedKeys = new Set(['filters', 'sort', 'fields', 'populate', 'pagination']);
