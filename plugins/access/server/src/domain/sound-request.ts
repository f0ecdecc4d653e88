import type { FieldProblem } from '@enamel/kernel';

/**
 * What Strapi's query builder does not check by itself: it falls over instead. The first mistake in the shape of
 * `filters` and of a body's `data`, named by its path.
 */
type Found = FieldProblem | undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const single = new Set(
  (
    '$eq $eqi $ne $nei $lt $lte $gt $gte $contains $notContains $containsi $notContainsi ' +
    '$startsWith $startsWithi $endsWith $endsWithi $null $notNull'
  ).split(' '),
);
/** The media library asks for several kinds of files at once by `$contains`. */
const several = new Set(['$in', '$notIn', '$between', '$contains']);

const problem = (path: readonly string[], message: string): FieldProblem => ({
  field: path.join('.'),
  message,
});

const first = <T>(list: readonly T[], find: (item: T) => Found): Found => {
  for (const item of list) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
};

const inOperator = (operator: string, value: unknown, path: readonly string[]): Found => {
  if (operator === '$not') return inFilters(value, path);
  if (operator === '$and' || operator === '$or')
    return Array.isArray(value)
      ? first(value, (part) => inFilters(part, path))
      : problem(path, 'must be a list of filters');
  const values = Array.isArray(value) ? value : [value];
  if (operator === '$between' && values.length !== 2)
    return problem(path, 'must be a list of two values');
  if (!several.has(operator) && !single.has(operator))
    return problem(path, 'is not an operator that can be used here');
  if ((!several.has(operator) && Array.isArray(value)) || values.some((one) => isObject(one)))
    return problem(path, 'must be a value');
  return undefined;
};

const inFilters = (filters: unknown, path: readonly string[]): Found => {
  if (!isObject(filters)) return problem(path, 'must name a field');
  return first(Object.entries(filters), ([key, value]) => {
    const here = [...path, key];
    if (key.startsWith('$')) return inOperator(key, value, here);
    return isObject(value)
      ? inFilters(value, here)
      : Array.isArray(value) && value.some((one) => typeof one === 'object')
        ? problem(here, 'must be a value')
        : undefined;
  });
};

export const unsoundFilters = (filters: unknown): Found =>
  filters === undefined ? undefined : inFilters(filters, ['filters']);

const most = BigInt(Number.MAX_SAFE_INTEGER);

/** A page far beyond the last one is empty; one beyond what the database counts to is a mistake. */
export const unsoundPages = (pagination: unknown): Found =>
  isObject(pagination)
    ? first(Object.entries(pagination), ([key, value]) =>
        /^\d+$/.test(String(value)) && BigInt(String(value)) > most / 100n
          ? problem(['pagination', key], 'is too large')
          : undefined,
      )
    : undefined;

const structured = new Set(['json', 'component', 'dynamiczone', 'blocks', 'media', 'relation']);

const inRelation = (value: unknown, path: readonly string[]): Found => {
  if (Array.isArray(value)) return first(value, (part) => inRelation(part, path));
  if (!isObject(value)) return undefined;
  return first(Object.entries(value), ([key, inner]) =>
    (key === 'id' || key === 'documentId') && typeof inner === 'object'
      ? problem(path, `${key} must be an id`)
      : inRelation(inner, path),
  );
};

/** `types` are the types of the noun's attributes by name. */
export const unsoundData = (
  data: Readonly<Record<string, unknown>>,
  types: (name: string) => string | undefined,
): Found =>
  first(Object.entries(data), ([name, value]) => {
    const type = types(name);
    if (type === 'relation') return inRelation(value, [name]);
    if (!type || structured.has(type) || typeof value !== 'object' || value === null)
      return undefined;
    return problem([name], 'must be a single value');
  });
