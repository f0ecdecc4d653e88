/** The wait list as patients see it, and what they send of it. */
import { z } from 'zod';
import { moment, plainDate } from '../lib/dates.ts';
import { ApiProblem, dataOf } from './api.ts';
import { type Problems, problemsOf } from './form.ts';

const named = z.object({ documentId: z.string(), name: z.string() });

const entry = z.object({
  documentId: z.string(),
  status: z.enum(['waiting', 'offered', 'booked', 'closed']),
  appointmentType: named,
  location: named.extend({ zone: z.string() }),
  practitioners: z.array(named),
  weekdays: z.array(z.string()),
  timeFrom: z.string().nullable(),
  timeUntil: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  note: z.string().nullable(),
  appointment: z.object({ documentId: z.string(), start: z.string() }).nullable(),
});
export type Entry = z.infer<typeof entry>;

type Locals = Pick<App.Locals, 'api' | 'language' | 'texts'>;

/** What the patient waits for at present. */
export const waitingFor = async ({ api, language }: Locals): Promise<Entry[]> => {
  const { data } = await api.get('/scheduling/wait-list', dataOf(z.array(entry)), {
    query: { language },
  });
  return data.filter(({ status }) => status === 'waiting' || status === 'offered');
};

export const ownEntry = async ({ api, language }: Locals, id: string): Promise<Entry> =>
  (
    await api.get(`/scheduling/wait-list/${encodeURIComponent(id)}`, dataOf(entry), {
      query: { language },
    })
  ).data;

const offer = z.object({
  state: z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']),
  start: z.string(),
  end: z.string(),
  zone: z.string(),
  expiresAt: z.string(),
  appointmentType: z.string(),
  practitioner: z.string(),
  location: z.object({
    name: z.string(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  movesFrom: z.string().nullable(),
});
export type Offer = z.infer<typeof offer>;

/** Where the API keeps an offer. */
export const offerPath = (token: string): string =>
  `/scheduling/offers/${encodeURIComponent(token)}`;

/** The offer behind a link; undefined when there is none. */
export const offerBehind = async (
  { api, language }: Locals,
  token: string,
): Promise<Offer | undefined> => {
  try {
    return (await api.get(offerPath(token), dataOf(offer), { query: { language } })).data;
  } catch (error) {
    if (error instanceof ApiProblem && [400, 404].includes(error.status)) return undefined;
    throw error;
  }
};

/** What would suit, as the form says it. */
export interface Wishes {
  readonly weekdays: readonly string[];
  readonly practitioners: readonly string[];
  readonly timeFrom: string;
  readonly timeUntil: string;
  readonly earliest: string;
  readonly latest: string;
  readonly note: string;
}

export const noWishes: Wishes = {
  weekdays: [],
  practitioners: [],
  timeFrom: '',
  timeUntil: '',
  earliest: '',
  latest: '',
  note: '',
};

export const wishesOf = (known: Entry): Wishes => ({
  weekdays: known.weekdays,
  practitioners: known.practitioners.map(({ documentId }) => documentId),
  timeFrom: known.timeFrom ?? '',
  timeUntil: known.timeUntil ?? '',
  earliest: known.earliest ?? '',
  latest: known.latest ?? '',
  note: known.note ?? '',
});

export const wishesIn = (data: FormData): Wishes => {
  const one = (name: string) => String(data.get(name) ?? '').trim();
  const many = (name: string) => data.getAll(name).map(String);
  return {
    weekdays: many('weekdays'),
    practitioners: many('practitioners'),
    timeFrom: one('timeFrom'),
    timeUntil: one('timeUntil'),
    earliest: one('earliest'),
    latest: one('latest'),
    note: one('note'),
  };
};

/** What is wrong, in the visitor's words, by field. */
export const problemsWith = (error: unknown, texts: Locals['texts']): Problems => {
  const { problems, codes } = texts.waiting;
  if (error instanceof ApiProblem && codes[error.code]) return { form: codes[error.code] ?? '' };
  const found = problemsOf(error, texts);
  return Object.fromEntries(
    Object.entries(found).map(([field, problem]) => {
      const [name = field] = field.split('.');
      return [name, problems[name] ?? problem];
    }),
  );
};

/** What would suit, in a line. */
export const sayWishes = (known: Entry, { language, texts }: Locals): string => {
  const { waiting } = texts;
  const { timeFrom, timeUntil, earliest, latest, appointment, location } = known;
  const hours =
    timeFrom && timeUntil
      ? `${timeFrom}–${timeUntil}`
      : (timeFrom && waiting.from(timeFrom)) || (timeUntil && waiting.before(timeUntil));
  const said = [
    appointment && waiting.forward(moment(appointment.start, language, location.zone)),
    known.weekdays.map((day) => waiting.weekdays[day] ?? day).join(', '),
    hours,
    earliest && waiting.after(plainDate(earliest, language)),
    latest && waiting.until(plainDate(latest, language)),
    known.practitioners.map(({ name }) => name).join(', '),
  ].filter(Boolean);
  return said.join(' · ') || waiting.any;
};
