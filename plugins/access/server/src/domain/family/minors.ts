const yearsAgo = (today: string, years: number): string =>
  Temporal.PlainDate.from(today).subtract({ years }).toString();

/** Somebody whose birth date is not known is not known to be a minor. Who was born on 29 February comes of age on 1 March. */
export const isMinor = (dateOfBirth: string | null, age: number, today: string): boolean =>
  dateOfBirth !== null && dateOfBirth > yearsAgo(today, age);

/** The last day on which somebody is a minor. */
export const lastMinorDay = (dateOfBirth: string, age: number): string => {
  const born = Temporal.PlainDate.from(dateOfBirth);
  const birthday = born.add({ years: age });
  return (birthday.day === born.day ? birthday.subtract({ days: 1 }) : birthday).toString();
};
