import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { explain } from '../../plugins/scheduling/server/src/domain/explain/explain.ts';
import {
  slotsOf,
  spanOfDates,
} from '../../plugins/scheduling/server/src/domain/slots/availability.ts';
import { chainSlotsOf, linksOf } from '../../plugins/scheduling/server/src/domain/slots/chains.ts';
import { claimsOf } from '../../plugins/scheduling/server/src/domain/slots/claims.ts';
import { stretchesOf } from '../../plugins/scheduling/server/src/domain/slots/local-time.ts';
import { judge } from '../../plugins/scheduling/server/src/domain/slots/placement.ts';
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

test('a time is offered exactly when nothing explains its absence', () => {
  fc.assert(
    fc.property(anyClinic, fc.integer({ min: 1, max: 90 }), (one, beside) => {
      const { stretches, begin } = look(one);
      const offered = new Set(slots(one).map((s) => `${s.practitioner} ${s.start}`));
      const { span } = look(one);
      for (const { id } of one.rules.practitioners)
        for (let start = span.start; start < span.end; start += beside * 5 * minute) {
          const question = { start, practitioner: id, patient: null, type: 'any' };
          const reasons = explain(one.rules, one.claimed, question, begin - 5 * day, stretches);
          assert.equal(reasons.length === 0, offered.has(`${id} ${start}`));
        }
      for (const { practitioner, start } of slots(one)) {
        const question = { start, practitioner, patient: null, type: 'any' };
        const reasons = explain(one.rules, one.claimed, question, begin - 5 * day, stretches);
        assert.deepEqual(reasons, []);
      }
    }),
    { numRuns: 150, verbose: true },
  );
});

test('the visits of a chain fit one after another, each beside the claims of those before', () => {
  fc.assert(
    fc.property(
      anyClinic,
      anyClinic,
      fc.boolean(),
      fc.boolean(),
      (one, other, family, together) => {
        const { stretches, span, begin } = look(one);
        const second = { ...one.rules, visit: other.rules.visit };
        const items = [
          { rules: one.rules, patient: 'mother' },
          { rules: second, patient: family ? 'child' : 'mother' },
          { rules: one.rules, patient: family ? 'child' : 'mother' },
        ];
        const links = linksOf(items);
        for (const chain of chainSlotsOf(items, one.claimed, span, stretches, together).slice(
          0,
          5,
        )) {
          const claimed = new Map(one.claimed);
          for (const [index, part] of chain.parts.entries()) {
            const link = links[index];
            assert.ok(link && part.start === chain.start + link.offset);
            const wish = { ...part, patient: link.patient };
            const terms = { by: 'patient', overbook: false, offGrid: index > 0 } as const;
            const verdict = judge(link.rules, claimed, wish, begin - 5 * day, stretches, terms);
            assert.ok(verdict.fits);
            for (const { resource, during } of claimsOf({
              ...link.rules.visit,
              ...wish,
              ...verdict,
              overbooked: false,
            }))
              claimed.set(resource, [...(claimed.get(resource) ?? []), during]);
          }
          if (together) assert.equal(new Set(chain.parts.map((p) => p.practitioner)).size, 1);
        }
      },
    ),
    { numRuns: 200, verbose: true },
  );
});
