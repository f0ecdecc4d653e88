type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Only what has a value: the Document Service takes a missing field, its types no null. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
