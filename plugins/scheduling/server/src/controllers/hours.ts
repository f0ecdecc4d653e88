import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { house, timeOffKinds, weekPatterns } from '../../../shared/hours.ts';
import { changeHours, strandedByChange } from '../services/hours/change-hours.ts';
import { demandHoursOf, editorOf, hoursFor } from '../services/hours/hours.ts';
import { documentId, sheetDate, text } from './input.ts';

const clock = z
  .string('is needed, such as 09:00')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of the day such as 09:00');
const maybeDate = sheetDate.nullable().default(null);
const maybeId = documentId.nullable().default(null);

const wall = z
  .string('is needed, such as 2027-03-29T09:00')
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 2027-03-29T09:00')
  .refine(
    (value) => sheetDate.safeParse(value.slice(0, 10)).success,
    'is not a date from 1970 to 2199',
  );

const entry = z.object({
  documentId: documentId.optional(),
  location: documentId,
  weekday: z
    .int('must be a weekday from 1 (Monday) to 7')
    .min(1, 'must be a weekday from 1 (Monday) to 7')
    .max(7, 'must be a weekday from 1 (Monday) to 7'),
  from: clock,
  to: clock,
  available: z.boolean('must be true or false').default(true),
  validFrom: maybeDate,
  validUntil: maybeDate,
  weeks: z.enum(weekPatterns, `must be one of ${weekPatterns.join(', ')}`).default('every'),
  instead: z.boolean('must be true or false').default(false),
});

const off = z.object({
  documentId: documentId.optional(),
  kind: z.enum(timeOffKinds, `must be one of ${timeOffKinds.join(', ')}`),
  from: wall,
  until: wall,
  reason: text(200).nullable().default(null),
  location: maybeId,
  chair: maybeId,
  equipment: maybeId,
});

const change = z.object({
  whose: documentId,
  entries: z.array(entry, 'must be a list').max(500, 'has too many entries'),
  timeOff: z.array(off, 'must be a list').max(500, 'has too many entries'),
});

/** Working hours and time off, as those who may change them see and change them. */
export const hours = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: guarded(
    { query: z.object({ whose: documentId.optional() }) },
    async ({ query: { whose }, context }) => ({
      data: await hoursFor(strapi, await editorOf(strapi, context.state), whose),
    }),
  ),
  check: guarded({ body: change }, async ({ body: { whose, ...wanted }, context }) => {
    const editor = await editorOf(strapi, context.state);
    demandHoursOf(editor, whose);
    return { data: await strandedByChange(strapi, editor, whose, wanted) };
  }),
  save: guarded(
    {
      body: change.extend({
        version: z.string('is needed').max(64, 'is not a version'),
        accepted: z.array(documentId, 'must be a list').max(5000, 'has too many').default([]),
      }),
    },
    async ({ body: { whose, version, accepted, ...wanted }, context }) => {
      const editor = await editorOf(strapi, context.state);
      demandHoursOf(editor, whose);
      const timetable = whose === house ? { ...wanted, entries: [] } : wanted;
      await changeHours(strapi, editor, whose, timetable, { version, accepted });
      return { data: await hoursFor(strapi, editor, whose) };
    },
  ),
});
