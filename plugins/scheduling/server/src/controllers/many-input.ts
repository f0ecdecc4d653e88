/** What requests about several visits may say. */
import { z } from '@enamel/kernel';
import { mostVisitsInGroup } from '../../../shared/groups.ts';
import { mostVisitsInSeries } from '../../../shared/series.ts';
import { date, documentId, someone } from './input.ts';

const whole = (words: string, least: number, most: number) =>
  z
    .number(`must be ${words}`)
    .int(`must be ${words}`)
    .min(least, `must be from ${least} to ${most}`)
    .max(most, `must be from ${least} to ${most}`);

export const repeat = z
  .object(
    {
      every: z.enum(['day', 'week', 'month'], 'must be day, week or month'),
      interval: whole('a whole number', 1, 99).default(1),
      count: whole('a whole number of visits', 2, mostVisitsInSeries).optional(),
      until: date
        .refine((value) => value >= '1970-01-01' && value < '2200-01-01', 'lies too far away')
        .optional(),
    },
    'is needed',
  )
  .refine(({ count, until }) => count !== undefined || until !== undefined, {
    error: 'is needed: how many visits, or until when',
    path: ['count'],
  });

const part = <T extends z.ZodType>(patient: T) =>
  z
    .array(
      z.object(
        { appointmentType: documentId, practitioner: someone, patient },
        'must name a visit',
      ),
      'must be a list of visits',
    )
    .min(2, 'must name at least two visits')
    .max(mostVisitsInGroup, `must name at most ${mostVisitsInGroup} visits`);

export const ownItems = part(documentId.optional());
export const deskItems = part(documentId);

export const partsOf = (
  items: z.infer<typeof ownItems>,
  patient: string,
): { type: string; practitioner: string | null; patient: string }[] =>
  items.map(({ appointmentType, practitioner, ...item }) => ({
    type: appointmentType,
    practitioner: practitioner ?? null,
    patient: item.patient ?? patient,
  }));
