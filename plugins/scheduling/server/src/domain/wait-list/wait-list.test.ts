import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { day, minute, stretchesOf } from '../slots/local-time.ts';
import { expiryOf, isOpen } from './offer-time.ts';
import { byTurn, misfitOf, turnsOf, type Waiter, type Wish } from './wait-list.ts';

const at = (written: string): number => Temporal.Instant.from(written).epochMilliseconds;
const stretches = stretchesOf('Europe/Bucharest', at('2027-03-01T00:00Z'), at('2027-05-01T00:00Z'));
const anything: Wish = {
  practitioners: [],
  weekdays: [],
  from: null,
  until: null,
  earliest: null,
  latest: null,
  before: null,
};
const waiter = (id: string, more: Partial<Waiter> = {}, wish: Partial<Wish> = {}): Waiter => ({
  id,
  urgent: false,
  since: 0,
  ...more,
  wish: { ...anything, ...wish },
});
/** A Monday, 10:00 in Bucharest. */
const monday = { start: at('2027-03-08T10:00+02:00'), practitioner: 'dan' };

describe('a free time', () => {
  test('suits whoever has no wishes', () => {
    assert.equal(misfitOf(anything, monday, stretches), null);
  });

  test('must be with somebody who was named', () => {
    assert.equal(
      misfitOf({ ...anything, practitioners: ['eva'] }, monday, stretches),
      'practitioner',
    );
    assert.equal(misfitOf({ ...anything, practitioners: ['eva', 'dan'] }, monday, stretches), null);
  });

  test('is weighed by the date and the clock of the location', () => {
    // Half past midnight in Bucharest is still Sunday in UTC.
    const early = { ...monday, start: at('2027-03-08T00:30+02:00') };
    assert.equal(misfitOf({ ...anything, weekdays: [1] }, early, stretches), null);
    assert.equal(misfitOf({ ...anything, weekdays: [7] }, early, stretches), 'weekday');
    assert.equal(misfitOf({ ...anything, earliest: '2027-03-09' }, monday, stretches), 'too-early');
    assert.equal(misfitOf({ ...anything, latest: '2027-03-07' }, early, stretches), 'too-late');
    // The same wall clock before and after the clocks go forward on 28 March.
    for (const start of [at('2027-03-26T10:00+02:00'), at('2027-03-29T10:00+03:00')])
      assert.equal(
        misfitOf({ ...anything, from: 600, until: 601 }, { ...monday, start }, stretches),
        null,
      );
  });

  test('begins at the first minute that was named and before the last', () => {
    assert.equal(misfitOf({ ...anything, from: 601 }, monday, stretches), 'time');
    assert.equal(misfitOf({ ...anything, until: 600 }, monday, stretches), 'time');
    assert.equal(misfitOf({ ...anything, from: 600, until: 660 }, monday, stretches), null);
  });

  test('moves a visit forward, never back', () => {
    const wish = { ...anything, before: monday.start };
    assert.equal(misfitOf(wish, monday, stretches), 'not-earlier');
    assert.equal(misfitOf({ ...wish, before: monday.start + 1 }, monday, stretches), null);
  });
});

describe('turns', () => {
  test('go by urgency, wishes, the practitioner named and the age of the wait', () => {
    const waiters = [
      waiter('new', { since: 5 }),
      waiter('old', { since: 1 }),
      waiter('picky', { since: 9 }, { weekdays: [1], from: 600 }),
      waiter('loyal', { since: 8 }, { practitioners: ['dan'] }),
      waiter('dated', { since: 7 }, { weekdays: [1] }),
      waiter('in pain', { urgent: true, since: 10 }),
      waiter('never on Mondays', { urgent: true, since: 0 }, { weekdays: [2] }),
    ];
    const turns = turnsOf(waiters, () => [monday], stretches);
    assert.deepEqual(
      turns.map((turn) => turn.waiter.id),
      ['in pain', 'picky', 'loyal', 'dated', 'old', 'new'],
    );
    assert.deepEqual(turns[1]?.reasons, ['days', 'times']);
  });

  const wishes = fc.record({
    practitioners: fc.subarray(['dan', 'eva']),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    from: fc.option(fc.integer({ min: 0, max: 1439 })),
    until: fc.option(fc.integer({ min: 1, max: 1440 })),
    earliest: fc.option(fc.constantFrom('2027-03-05', '2027-03-20')),
    latest: fc.option(fc.constantFrom('2027-03-10', '2027-04-10')),
    before: fc.option(fc.integer({ min: at('2027-03-02T00:00Z'), max: at('2027-04-28T00:00Z') })),
  });
  const crowd = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      urgent: fc.boolean(),
      since: fc.nat({ max: 4 }),
      wish: wishes,
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const times = fc.array(
    fc.record({
      start: fc.integer({ min: at('2027-03-02T00:00Z'), max: at('2027-04-28T00:00Z') }),
      practitioner: fc.constantFrom('dan', 'eva'),
    }),
    { maxLength: 6 },
  );

  test('hold whatever order people are read in, and nobody is asked in vain or forgotten', () => {
    fc.assert(
      fc.property(crowd, times, (waiters, free) => {
        const sorted = [...free].sort((a, b) => a.start - b.start);
        const turns = turnsOf(waiters, () => sorted, stretches);
        const again = turnsOf([...waiters].reverse(), () => sorted, stretches);
        assert.deepEqual(turns, again);
        for (const { waiter, time } of turns)
          assert.equal(misfitOf(waiter.wish, time, stretches), null);
        const asked = new Set(turns.map((turn) => turn.waiter.id));
        for (const one of waiters)
          assert.equal(
            asked.has(one.id),
            sorted.some((time) => misfitOf(one.wish, time, stretches) === null),
          );
        const urgent = turns.map((turn) => turn.waiter.urgent);
        assert.deepEqual(
          urgent,
          [...urgent].sort((a, b) => Number(b) - Number(a)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('are never equal for two different people', () => {
    fc.assert(
      fc.property(crowd, (waiters) => {
        for (const a of waiters)
          for (const b of waiters) {
            const order = byTurn(a, b);
            assert.equal(order === 0, a.id === b.id);
            assert.equal(Math.sign(order) + Math.sign(byTurn(b, a)), 0);
          }
      }),
    );
  });
});

describe('an offer stands', () => {
  const hours = (date: string) => ({
    start: at(`${date}T09:00+02:00`),
    end: at(`${date}T17:00+02:00`),
  });
  const open = [hours('2027-03-08'), hours('2027-03-09')];
  const far = at('2027-03-20T10:00+02:00');

  test('for its minutes while the clinic is open', () => {
    assert.equal(
      expiryOf(at('2027-03-08T10:00+02:00'), 30, open, far),
      at('2027-03-08T10:30+02:00'),
    );
  });

  test('over the night, when it is closed in between', () => {
    assert.equal(
      expiryOf(at('2027-03-08T16:50+02:00'), 30, open, far),
      at('2027-03-09T09:20+02:00'),
    );
    assert.equal(
      expiryOf(at('2027-03-08T20:00+02:00'), 30, open, far),
      at('2027-03-09T09:30+02:00'),
    );
  });

  test('never beyond the start of the visit', () => {
    const start = at('2027-03-08T10:10+02:00');
    assert.equal(expiryOf(at('2027-03-08T10:00+02:00'), 30, open, start), start);
    assert.equal(expiryOf(at('2027-03-09T16:50+02:00'), 30, open, far), far);
  });

  test('for exactly its minutes of open time, whatever the hours', () => {
    const windows = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 })), {
        minLength: 1,
        maxLength: 8,
      })
      .map((pairs) => {
        let clock = 0;
        return pairs.map(([closed, length]) => {
          const start = clock + closed * minute;
          clock = start + length * minute;
          return { start, end: clock };
        });
      });
    fc.assert(
      fc.property(
        windows,
        fc.nat({ max: 3000 }),
        fc.integer({ min: 1, max: 240 }),
        (list, now, minutes) => {
          const until = expiryOf(now * minute, minutes, list, 100 * day);
          let counted = 0;
          for (let t = now * minute; t < until && t < 20 * day; t += minute)
            if (isOpen(t, list)) counted++;
          if (until < 100 * day) assert.equal(counted, minutes);
          else assert.ok(counted < minutes);
        },
      ),
    );
  });
});
