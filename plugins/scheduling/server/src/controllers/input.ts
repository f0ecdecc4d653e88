/** What requests may say. The words are for people. */
import { invalid, z } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { BookingKey } from '../store/booking/booking-keys.ts';

export const documentId = z.string('is needed').min(1, 'is needed').max(64, 'is not an id');

/** A document id or, like an empty field of a form, nothing. */
export const someone = z.preprocess(
  (value) => (value === '' ? undefined : value),
  documentId.optional(),
);

/** `1` and `true` say yes, `0`, `false` and nothing no. */
export const flag = z
  .enum(['', '0', '1', 'false', 'true'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true');

/** The secret of a hold. */
export const holdId = z.string('must be text').min(1, 'is needed').max(64, 'is not an id');

export const date = z
  .string('is needed, such as 2026-03-29')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-03-29')
  .refine(
    (value) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true,
    'is not a date of the calendar',
  );

/** A date that a sheet may begin on. */
export const sheetDate = date.refine(
  (value) => value >= '1970-01-01' && value < '2200-01-01',
  'must lie between 1970 and 2199',
);

export const dayCount = (most: number) =>
  z
    .string('must be a number of days')
    .regex(/^\d{1,6}$/, 'must be a whole number of days')
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `must be from 1 to ${most}`);

/** Epoch milliseconds of an ISO 8601 instant with an offset. */
export const instant = z
  .string('is needed, such as 2026-03-29T09:00:00+03:00')
  .max(40, 'is not an instant')
  .transform((value, context) => {
    try {
      return Temporal.Instant.from(value).epochMilliseconds;
    } catch {
      context.addIssue({
        code: 'custom',
        message: 'must be an instant with its offset, such as 2026-03-29T09:00:00+03:00',
      });
      return z.NEVER;
    }
  });

export const text = (most: number) =>
  z.string('must be text').trim().max(most, `must have at most ${most} characters`);
export const duration = z
  .number('must be a number of minutes')
  .int('must be whole minutes')
  .min(5, 'must be at least 5 minutes')
  .max(720, 'must be at most 12 hours');

/** A slot, anyone's when it names no practitioner; or a hold, which keeps one. */
export const bookingBody = z
  .object({
    hold: holdId.optional(),
    appointmentType: documentId.optional(),
    location: documentId.optional(),
    practitioner: someone,
    start: instant.optional(),
    end: instant.optional(),
    reason: text(2000).optional(),
  })
  .transform(({ hold, appointmentType: type, location, practitioner, start, end, ...rest }, to) => {
    if (hold !== undefined) return { ...rest, hold };
    for (const [field, value] of Object.entries({ appointmentType: type, location, start }))
      if (value === undefined) to.addIssue({ code: 'custom', path: [field], message: 'is needed' });
    if (type === undefined || location === undefined || start === undefined) return z.NEVER;
    return {
      ...rest,
      hold: undefined,
      type,
      location,
      practitioner: practitioner ?? null,
      start,
      expectedEnd: end,
    };
  });

/** Of a patient's booking: oneself when not given, else somebody of the family. */
export const forWhom = z.object({ patient: someone });

/** The caller's key for this attempt, if any. */
export const idempotencyKey = (context: Context): string | undefined => {
  const key = context.get('Idempotency-Key');
  if (key.length > 200)
    throw invalid('VALIDATION_FAILED', 'Idempotency-Key: must have at most 200 characters', {
      fields: [{ field: 'Idempotency-Key', message: 'must have at most 200 characters' }],
    });
  return key || undefined;
};

/** What a member of staff sends under a key, kept apart from everybody else's. */
export const staffKey = (
  strapi: Core.Strapi,
  context: Context,
  body: unknown,
): BookingKey | undefined => {
  const key = idempotencyKey(context);
  const actor = currentActor(strapi);
  if (key === undefined || actor.kind !== 'staff') return undefined;
  return { actor: `staff:${actor.id}`, key, fingerprint: JSON.stringify(body) };
};
