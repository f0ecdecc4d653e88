/**
 * Remembered answers about free slots, ready to be sent. An answer is given again only when nothing that was committed
 * since it was computed touches its location, and time itself has not changed it.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { offsetWriter } from '../../domain/slots/local-time.ts';
import { changedSince, forgetChanges, oldestRunning } from '../../store/slots/schedule-changes.ts';
import { type FreeSlots, freeSlots, type SlotsQuery } from './slots.ts';

const compress = promisify(gzip);

interface Answer {
  readonly body: Buffer;
  readonly snapshot: string;
  readonly validUntil: number;
  /** Of this process, in milliseconds. */
  readonly made: number;
  /** Made when it is asked for a second time. */
  small?: Buffer;
}

/** Longer than this no answer is remembered, so that changes need not be kept for longer. */
const longest = 5 * 60_000;
const mostBytes = 48 * 1024 * 1024;
const worthCompressing = 1024;

class Shelf {
  readonly #answers = new Map<string, Answer>();
  readonly underWay = new Map<string, Promise<Answer>>();
  #bytes = 0;

  take(key: string): Answer | undefined {
    const answer = this.#answers.get(key);
    if (!answer) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  put(key: string, answer: Answer): void {
    this.drop(key);
    this.#answers.set(key, answer);
    this.#bytes += sizeOf(answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= mostBytes) break;
      this.drop(oldest);
    }
  }

  shrink(key: string, answer: Answer, small: Buffer): void {
    if (this.#answers.get(key) !== answer) return;
    answer.small = small;
    this.#bytes += small.length;
  }

  drop(key: string): void {
    const answer = this.#answers.get(key);
    if (!answer) return;
    this.#answers.delete(key);
    this.#bytes -= sizeOf(answer);
  }
}

const sizeOf = ({ body, small }: Answer): number => body.length + (small?.length ?? 0) + 500;

const shelves = new WeakMap<Core.Strapi, Shelf>();

const shelfOf = (strapi: Core.Strapi): Shelf => {
  const known = shelves.get(strapi);
  if (known) return known;
  const shelf = new Shelf();
  shelves.set(strapi, shelf);
  return shelf;
};

/** `{ data: SlotView[], meta: { zone } }`, written by hand: thousands of slots differ in little. */
const bodyOf = ({ slots, zone, stretches }: FreeSlots): Buffer => {
  const write = offsetWriter(stretches);
  const ends = new Map<string, string>();
  const pieces = slots.map(({ start, end, practitioner, location }) => {
    let tail = ends.get(practitioner);
    if (tail === undefined) {
      tail = `","practitioner":${JSON.stringify(practitioner)},"location":${JSON.stringify(location)}}`;
      ends.set(practitioner, tail);
    }
    return `{"start":"${write(start)}","end":"${write(end)}${tail}`;
  });
  return Buffer.from(`{"data":[${pieces.join(',')}],"meta":{"zone":${JSON.stringify(zone)}}}`);
};

const compute = async (strapi: Core.Strapi, query: SlotsQuery): Promise<Answer> => {
  const made = performance.now();
  const free = await freeSlots(strapi, query);
  const { snapshot, validUntil } = free;
  return { body: bodyOf(free), snapshot, validUntil, made };
};

const stillTrue = async (strapi: Core.Strapi, location: string, answer: Answer) =>
  performance.now() - answer.made < longest &&
  clockOf(strapi).now().epochMilliseconds < answer.validUntil &&
  !(await changedSince(strapi.db.connection, location, answer.snapshot));

/** The answer to a query as of now, and its key when it was given before. */
const answerTo = async (strapi: Core.Strapi, key: string, query: SlotsQuery) => {
  const shelf = shelfOf(strapi);
  const known = shelf.take(key) ?? (await shelf.underWay.get(key)?.catch(() => undefined));
  if (known && (await stillTrue(strapi, query.location, known)))
    return { answer: known, again: true };
  const work = compute(strapi, query);
  shelf.underWay.set(key, work);
  try {
    const answer = await work;
    shelf.put(key, answer);
    return { answer, again: false };
  } finally {
    if (shelf.underWay.get(key) === work) shelf.underWay.delete(key);
  }
};

/**
 * The body of an answer about free slots, compressed if that is asked for and worth it.
 * @throws ClinicError as {@link freeSlots}
 */
export const slotsBody = async (
  strapi: Core.Strapi,
  query: SlotsQuery,
  small: boolean,
): Promise<{ readonly body: Buffer; readonly compressed: boolean }> => {
  const key = JSON.stringify(Object.values(query));
  const { answer, again } = await answerTo(strapi, key, query);
  if (!small || !again || answer.body.length < worthCompressing)
    return { body: answer.body, compressed: false };
  if (!answer.small) {
    const made = await compress(answer.body, { level: 6 });
    if (!answer.small) shelfOf(strapi).shrink(key, answer, made);
    return { body: made, compressed: true };
  }
  return { body: answer.small, compressed: true };
};

const forgotten = new WeakMap<Core.Strapi, string>();

/** Forgets changes that every answer still remembered has seen. Called less often than the longest life of an answer. */
export const tidyChanges = async (strapi: Core.Strapi): Promise<void> => {
  const seen = forgotten.get(strapi);
  forgotten.set(strapi, await oldestRunning(strapi.db.connection));
  if (seen !== undefined) await forgetChanges(strapi.db.connection, seen);
};
