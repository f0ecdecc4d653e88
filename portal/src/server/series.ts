/** Visits that repeat: what was asked for in a form, and what the clinic answers. */
import type { z } from 'zod';
import { dataOf } from './api.ts';
import type { Choice } from './booking.ts';
import { seriesAnswer, seriesPreview } from './contracts.ts';
import type { Problems } from './form.ts';
import { holdFor } from './hold.ts';
import type { Session } from './session.ts';

export interface Repeat {
  readonly every: string;
  readonly interval: string;
  readonly count: string;
  readonly until: string;
}

type Draft = NonNullable<Session['draft']>;

const rhythms = ['day', 'week', 'month'];

/** The fields as they were filled in; undefined when the form has not been sent. */
export const repeatIn = (query: URLSearchParams): Repeat | undefined => {
  const every = query.get('every');
  if (every === null || !rhythms.includes(every)) return undefined;
  const field = (name: string) => (query.get(name) ?? '').trim();
  return {
    every,
    interval: field('interval') || '1',
    count: field('count'),
    until: field('until'),
  };
};

const within = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;

export const problemsIn = (
  { interval, count, until }: Repeat,
  { problems }: App.Locals['texts']['series'],
): Problems => ({
  ...(within(interval, 1, 99) ? {} : { interval: problems.interval }),
  ...(count === '' && until === '' ? { count: problems.repeat } : {}),
  ...(count === '' || within(count, 2, 52) ? {} : { count: problems.count }),
});

const bodyOf = (locals: App.Locals, choice: Choice, repeat: Repeat, { reason, whom }: Draft) => {
  const { service, location, slot } = choice;
  if (!service || !location || !slot) throw new Error('A series begins with a time');
  const practitioner = slot.practitioner.documentId;
  const hold = holdFor(locals, choice, { start: slot.start, practitioner });
  const { every, interval, count, until } = repeat;
  const place = { appointmentType: service.documentId, location: location.documentId };
  return {
    ...(hold ? { hold: hold.id } : { ...place, practitioner, start: slot.start }),
    ...(reason ? { reason } : {}),
    ...(whom ? { patient: whom } : {}),
    repeat: {
      every,
      interval: Number(interval),
      ...(count ? { count: Number(count) } : {}),
      ...(until ? { until } : {}),
    },
  };
};

export type Preview = z.infer<typeof seriesPreview>;
export type Booked = z.infer<typeof seriesAnswer>;

export const previewOf = async (
  locals: App.Locals,
  choice: Choice,
  repeat: Repeat,
  draft: Draft,
): Promise<Preview> => {
  const body = bodyOf(locals, choice, repeat, draft);
  return (
    await locals.api.post('/scheduling/bookings/series/preview', dataOf(seriesPreview), { body })
  ).data;
};

export const bookSeries = async (
  locals: App.Locals,
  choice: Choice,
  repeat: Repeat,
  draft: Draft,
  key: string,
): Promise<Booked> => {
  const body = bodyOf(locals, choice, repeat, draft);
  const headers = { 'Idempotency-Key': `series:${key}` };
  return (
    await locals.api.post('/scheduling/bookings/series', dataOf(seriesAnswer), { body, headers })
  ).data;
};
