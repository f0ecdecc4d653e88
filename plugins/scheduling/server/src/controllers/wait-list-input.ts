/** What requests may say of the wait list. The words are for people. */
import { z } from '@enamel/kernel';
import { weekdayNames } from '../../../shared/wait-list.ts';
import { date, documentId, text } from './input.ts';

const clockTime = z
  .string('must be a time such as 09:30')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');

/** An empty field of a form says nothing. */
const none = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

export const wishes = {
  practitioners: z
    .array(documentId, 'must be a list of practitioners')
    .max(20, 'must name at most 20')
    .default([])
    .transform(distinct),
  weekdays: z
    .array(z.enum(weekdayNames, 'must be days such as monday'), 'must be a list of days')
    .max(7, 'must name at most seven days')
    .default([])
    .transform(distinct),
  timeFrom: none(clockTime),
  timeUntil: none(clockTime),
  earliest: none(date),
  latest: none(date),
  note: none(text(500)),
};

export const target = {
  appointmentType: documentId.optional(),
  location: documentId.optional(),
  appointment: none(documentId),
};

/** What somebody waits for: a service at a place, or an earlier time for a visit. */
export const named = <
  T extends {
    appointmentType?: string | undefined;
    location?: string | undefined;
    appointment: string | null;
  },
>(
  body: T,
  context: z.RefinementCtx,
): void => {
  if (body.appointment) return;
  for (const field of ['appointmentType', 'location'] as const)
    if (!body[field]) context.addIssue({ code: 'custom', path: [field], message: 'is needed' });
};

export const whole = (least: number, most: number, usual: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .default(usual);
