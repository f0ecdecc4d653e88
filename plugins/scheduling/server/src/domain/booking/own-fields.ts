/** Fields of an appointment that scheduling keeps by itself, with what they are where a visit begins. */
const beginnings: Readonly<Record<string, unknown>> = {
  sequence: 0,
  cancelledLate: false,
  confirmedAt: null,
  arrivedAt: null,
  seatedAt: null,
  completedAt: null,
  cancelledAt: null,
  seriesId: null,
  groupId: null,
};

export const ownFields: readonly string[] = Object.keys(beginnings);

type Values = Readonly<Record<string, unknown>>;

const plain = (field: string, value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return beginnings[field] ?? null;
  if (!field.endsWith('At')) return value;
  const instant = new Date(value as string | Date);
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString();
};

/**
 * Which of them a write would change. @param before the appointment as it is; null where one is made. A form sends back
 * what it was shown: the same value changes nothing.
 */
export const ownFieldsWritten = (data: Values, before: Values | null): string[] =>
  ownFields.filter(
    (field) =>
      data[field] !== undefined && plain(field, data[field]) !== plain(field, before?.[field]),
  );

export const withoutOwnFields = (data: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !ownFields.includes(field)));

/** What a copy begins with. */
export const asBegun = (data: Values): Record<string, unknown> => ({ ...data, ...beginnings });
