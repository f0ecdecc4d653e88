import assert from 'node:assert/strict';
import test from 'node:test';
import { buildDemo, type Demo } from './build.ts';
import { orthodoxEaster } from './calendar.ts';
import { services } from './catalogue/services.ts';

const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const noon = at('2026-11-24T10:20:00Z');
const takesTime = ({ status }: Demo['visits'][number]) =>
  status !== 'cancelled' && status !== 'no-show';

test('the same seed and instant give the same clinic, another seed another', () => {
  assert.deepEqual(buildDemo(noon), buildDemo(noon));
  assert.notDeepEqual(buildDemo(noon, 7).visits, buildDemo(noon).visits);
});

for (const day of ['2026-11-24T10:20:00Z', '2027-03-28T00:30:00Z', '2026-06-07T22:15:00Z'])
  test(`a clinic opened at ${day} is 60 to 80 % full and nobody is in two places`, () => {
    const { visits, shifts } = buildDemo(at(day));
    const taken = new Map<string, number>();
    for (const visit of visits.filter(takesTime))
      for (const resource of [visit.practitioner, visit.chair, visit.patient.documentId]) {
        assert.ok((taken.get(resource) ?? 0) <= visit.start, `${resource} is taken twice`);
        taken.set(resource, visit.freeAt);
      }
    const open = shifts.reduce((sum, { start, end }) => sum + end - start, 0);
    const used = visits
      .filter(takesTime)
      .reduce((sum, { start, freeAt }) => sum + freeAt - start, 0);
    assert.ok(used / open > 0.6 && used / open < 0.8, `load ${used / open}`);
  });

test('every visit lies in a shift of its practitioner, at a chair of its place', () => {
  const { visits, shifts, house } = buildDemo(noon);
  for (const visit of visits) {
    const shift = shifts.find(
      ({ member, location, start, end }) =>
        member.key === visit.practitioner &&
        location === visit.location &&
        start <= visit.start &&
        visit.end <= end,
    );
    assert.ok(shift?.services.includes(visit.service));
    const chair = house.chairs.find(({ documentId }) => documentId === visit.chair);
    assert.equal(chair?.location, visit.location);
  }
});

test('what is past is over, what is to come is not, and no moment of a record lies ahead', () => {
  const { visits, invoices, findings, treatments } = buildDemo(noon);
  for (const { start, end, status } of visits) {
    if (end <= noon) assert.match(status, /^(completed|cancelled|no-show)$/);
    if (start > noon) assert.match(status, /^(pending|confirmed|arrived|cancelled)$/);
  }
  const moments = [
    ...visits.flatMap(
      ({ createdAt, confirmedAt, arrivedAt, seatedAt, completedAt, cancelledAt }) => [
        createdAt,
        confirmedAt,
        arrivedAt,
        seatedAt,
        completedAt,
        cancelledAt,
      ],
    ),
    ...invoices.flatMap(({ createdAt, paidAt }) => [createdAt, paidAt]),
    ...findings.flatMap(({ foundAt, resolvedAt }) => [foundAt, resolvedAt]),
    ...treatments.map(({ completedAt }) => completedAt),
  ];
  for (const moment of moments) assert.ok(moment === null || Date.parse(moment) <= noon);
});

test('colours of services read on white', () => {
  const channel = (part: string) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  for (const { color, key } of services) {
    const [r = 0, g = 0, b = 0] = (color.slice(1).match(/../g) ?? []).map(channel);
    const contrast = 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    assert.ok(contrast >= 4.5, `${key} ${color} has ${contrast.toFixed(2)}`);
  }
});

test('Orthodox Easter', () => {
  assert.deepEqual(
    [2024, 2025, 2026, 2027].map((year) => orthodoxEaster(year).toString()),
    ['2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02'],
  );
});
