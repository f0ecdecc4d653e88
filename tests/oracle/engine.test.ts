import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { stretchesOf } from '../../plugins/scheduling/server/src/domain/slots/local-time.ts';
import { compareAt, type Figures, type Place } from './compare.ts';
import { families, zones } from './zones.ts';

const all = families();
const at = (written: string): number => Temporal.Instant.from(written).epochMilliseconds;

const agree = (places: readonly Place[], clinics: number, firstSeed: number): void => {
  const figures: Figures = { clinics: 0, slots: 0, failures: [] };
  for (const [index, place] of places.entries()) {
    const seed = firstSeed + index * clinics;
    compareAt(
      place,
      Array.from({ length: clinics }, (_, n) => seed + n),
      figures,
    );
  }
  assert.deepEqual(figures.failures, []);
  assert.ok(figures.slots > figures.clinics, 'the clinics have slots to disagree about');
};

test('engine and model agree on random clinics, in every family of zones, at changes of the clock', () => {
  const places = all.flatMap(({ zones: [zone = 'UTC'], changes }) =>
    changes.length === 0
      ? [{ zone, change: at('2026-06-01T10:00:00Z') }]
      : [changes[0], changes[Math.floor(changes.length / 2)], changes.at(-1)].map((change) => ({
          zone,
          change: change as number,
        })),
  );
  agree(places, 12, 20_260_101);
});

test('they agree where the clock skips midnight, half an hour or a whole date', () => {
  const places: Place[] = [
    { zone: 'Africa/Cairo', change: at('2026-04-23T22:00:00Z') },
    { zone: 'Africa/Cairo', change: at('2026-10-29T21:00:00Z') },
    { zone: 'America/Santiago', change: at('2026-09-06T04:00:00Z') },
    { zone: 'America/Santiago', change: at('2026-04-05T03:00:00Z') },
    { zone: 'Asia/Beirut', change: at('2026-03-28T22:00:00Z') },
    { zone: 'Asia/Beirut', change: at('2026-10-24T21:00:00Z') },
    { zone: 'America/Havana', change: at('2026-11-01T05:00:00Z') },
    { zone: 'Antarctica/Troll', change: at('2026-03-29T01:00:00Z') },
    { zone: 'Australia/Lord_Howe', change: at('2026-04-04T15:00:00Z') },
    { zone: 'Australia/Lord_Howe', change: at('2026-10-03T15:30:00Z') },
    { zone: 'America/St_Johns', change: at('2010-11-07T02:31:00Z') },
    { zone: 'Pacific/Apia', change: at('2011-12-30T10:00:00Z') },
    { zone: 'Pacific/Kwajalein', change: at('1993-08-21T12:00:00Z') },
  ];
  for (const { zone, change } of places) {
    const before = Temporal.Instant.fromEpochMilliseconds(change - 1).toZonedDateTimeISO(zone);
    assert.equal(before.getTimeZoneTransition('next')?.epochMilliseconds, change, zone);
  }
  agree(places, 60, 7_000_000);
});

test('every zone has the stretches of its family', () => {
  assert.ok(zones.length > 590);
  const [from, to] = [at('2020-01-01T00:00:00Z'), at('2041-01-01T00:00:00Z')];
  for (const { zones: family, changes } of all) {
    const [first = [], ...others] = family.map((zone) => stretchesOf(zone, from, to));
    const starts = first.map(({ start }) => start).filter((start) => start >= from && start < to);
    assert.deepEqual(starts, changes);
    for (const other of others) assert.deepEqual(other, first);
  }
});

test("the server's own zone changes not a byte of the answers", () => {
  const worker = join(import.meta.dirname, '../support/slots-worker.ts');
  const answers = [
    'UTC',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ].map((zone) =>
    execFileSync(process.execPath, [worker], {
      env: { TZ: zone },
      encoding: 'utf8',
      maxBuffer: 1e9,
    }),
  );
  const [first = '', ...others] = answers;
  assert.ok(first.length > 100_000);
  for (const other of others) assert.ok(other === first);
});
