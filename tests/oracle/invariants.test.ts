import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slotsOf, spanOfDates } from '../../plugins/scheduling/server/src/domain/availability.ts';
import { claimsOf } from '../../plugins/scheduling/server/src/domain/claims.ts';
import { stretchesOf } from '../../plugins/scheduling/server/src/domain/local-time.ts';
import { judge } from '../../plugins/scheduling/server/src/domain/placement.ts';
import { type Case, clinicOf } from './clinics.ts';
import type { Claimed } from './model.ts';
import { minute } from './timeline.ts';

const day = 1440 * minute;
const anyClinic = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    zone: fc.constantFrom('Europe/Bucharest', 'Africa/Cairo', 'Australia/Lord_Howe', 'UTC'),
    date: fc.constantFrom('2026-03-29', '2026-04-24', '2026-06-01', '2026-10-04', '2026-10-25'),
  })
  .map(({ seed, zone, date }) => clinicOf(seed, zone, Temporal.PlainDate.from(date), 180));

const look = ({ rules, from, days }: Case) => {
  const begin = from.toZonedDateTime('UTC').epochMilliseconds;
  const stretches = stretchesOf(rules.zone, begin - 10 * day, begin + (days + 2) * day);
  return { stretches, span: spanOfDates(from.toString(), days, stretches), begin };
};

const slots = (one: Case, claimed: Claimed = one.claimed) => {
  const { span, stretches } = look(one);
  return slotsOf(one.rules, claimed, span, stretches);
};

test('every slot can be booked, and what it then takes meets nothing that was taken', () => {
  fc.assert(
    fc.property(anyClinic, (one) => {
      const { stretches, begin } = look(one);
      for (const slot of slots(one)) {
        const wish = { ...slot, patient: 'someone' };
        const terms = { by: 'patient', overbook: false } as const;
        const verdict = judge(one.rules, one.claimed, wish, begin - 5 * day, stretches, terms);
        assert.ok(verdict.fits);
        assert.notEqual(verdict.assistant, slot.practitioner);
        const claims = claimsOf({ ...one.rules.visit, ...wish, ...verdict, overbooked: false });
        for (const { resource, during } of claims)
          for (const taken of one.claimed.get(resource) ?? [])
            assert.ok(taken.end <= during.start || during.end <= taken.start);
      }
    }),
    { numRuns: 300, verbose: true },
  );
});

test('a booked slot is offered no more, and a claim never adds one', () => {
  fc.assert(
    fc.property(anyClinic, fc.nat(), (one, choice) => {
      const before = slots(one);
      const slot = before[choice % Math.max(1, before.length)];
      if (!slot) return;
      const { stretches, begin } = look(one);
      const wish = { ...slot, patient: 'someone' };
      const terms = { by: 'desk', overbook: false } as const;
      const verdict = judge(one.rules, one.claimed, wish, begin - 5 * day, stretches, terms);
      assert.ok(verdict.fits);
      const claimed = new Map(one.claimed);
      for (const { resource, during } of claimsOf({
        ...one.rules.visit,
        ...wish,
        ...verdict,
        overbooked: false,
      }))
        claimed.set(
          resource,
          [...(claimed.get(resource) ?? []), during].sort((a, b) => a.start - b.start),
        );
      const names = new Set(before.map(({ practitioner, start }) => `${practitioner} ${start}`));
      const after = slots(one, claimed).map(
        ({ practitioner, start }) => `${practitioner} ${start}`,
      );
      for (const name of after) assert.ok(names.has(name));
      const isTreated = one.rules.visit.segments.length === 0;
      if (isTreated) assert.ok(!after.includes(`${slot.practitioner} ${slot.start}`));
    }),
    { numRuns: 300, verbose: true },
  );
});

test('the order of claims, and whether they lie over one another, changes nothing', () => {
  fc.assert(
    fc.property(anyClinic, (one) => {
      const shuffled = new Map(
        [...one.claimed].map(([id, spans]) => [id, [...spans, ...spans].reverse()] as const),
      );
      assert.deepEqual(slots(one, shuffled), slots(one));
    }),
    { numRuns: 200, verbose: true },
  );
});

test('a longer span of dates holds the slots of each of its dates', () => {
  fc.assert(
    fc.property(anyClinic, (one) => {
      const whole = new Set(
        slots(one).map(({ practitioner, start }) => `${practitioner} ${start}`),
      );
      const single = Array.from({ length: one.days }, (_, n) =>
        slots({ ...one, from: one.from.add({ days: n }), days: 1 }),
      ).flat();
      assert.deepEqual(
        new Set(single.map(({ practitioner, start }) => `${practitioner} ${start}`)),
        whole,
      );
    }),
    { numRuns: 200, verbose: true },
  );
});
