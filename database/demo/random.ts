/** A small seeded generator (mulberry32): the same seed and name give the same clinic on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Picks by weight; weights need not sum to 1. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** A document id as Strapi makes them: a letter and 23 letters or digits. */
  documentId(): string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const characters = `${letters}0123456789`;

const hash = (text: string): number => {
  let value = 2166136261;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
};

/** One stream for each part of the data, so that a change in one leaves the others as they were. */
export const createRandom = (seed: number, stream: string): Random => {
  let state = (hash(stream) ^ Math.imul(seed, 2654435761)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[whole(0, from.length - 1)] as T;
  };
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
    documentId: () =>
      pick([...letters]) + Array.from({ length: 23 }, () => pick([...characters])).join(''),
  };
};
