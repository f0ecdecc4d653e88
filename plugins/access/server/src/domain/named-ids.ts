/** They begin with a letter; numbers and dates name nothing. */
const id = /^[a-z][\w-]{0,63}$/i;

/** Every text in what a request carries that could be the id of a record, each once; lists such as `a,b` are taken apart. */
export const namedIds = (...carried: readonly unknown[]): string[] => {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const part of value.split(',')) if (id.test(part.trim())) found.add(part.trim());
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  carried.forEach(look);
  return [...found];
};

/** An id that no record has. */
export const nobody = 'unknown-record';

const replaced = (text: string, hidden: ReadonlySet<string>): string =>
  text
    .split(',')
    .map((part) => (hidden.has(part.trim()) ? nobody : part))
    .join(',');

/** Puts {@link nobody} for each of the ids, in place: the request then means what it would if there were no such records. */
export const hideIds = (hidden: ReadonlySet<string>, ...carried: readonly unknown[]): void => {
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const record = value as Record<string, unknown>;
    for (const [key, inner] of Object.entries(record))
      if (typeof inner === 'string') record[key] = replaced(inner, hidden);
      else look(inner);
  };
  carried.forEach(look);
};
