/** Whole years between two local dates; undefined without a date of birth. */
export const ageOn = (birth: string | null, on: Temporal.PlainDate): number | undefined =>
  birth === null
    ? undefined
    : Temporal.PlainDate.from(birth).until(on, { largestUnit: 'years' }).years;
