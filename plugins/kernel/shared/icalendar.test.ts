import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCalendar } from '../../../tests/support/calendars.ts';
import { type CalendarEvent, calendarText, eventId } from './icalendar.ts';

const at = (iso: string) => Date.parse(iso);
const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: eventId('k3v9w0qj5t8m2n4b6x1z7c0d'),
  sequence: 2,
  writtenAt: at('2026-03-01T08:00:00Z'),
  start: at('2026-03-30T06:00:00Z'),
  end: at('2026-03-30T06:45:00Z'),
  summary: 'Consultație; Zâmbet, Centru',
  status: 'CONFIRMED',
  description: 'Rândul unu\nRândul doi \\ sfârșit',
  location: 'Str. Lungă 1, Brașov',
  organizer: { name: 'Zâmbet: "Centru"; SRL', email: 'no-reply@enamel.test' },
  attendee: { name: 'Ana "Ani" Pop', email: 'ana@example.test' },
  ...changes,
});
const read = (changes: Partial<CalendarEvent> = {}) => {
  const { events } = readCalendar(calendarText({ method: 'REQUEST', events: [event(changes)] }));
  assert.equal(events.length, 1);
  return events[0];
};

test('both readers are told who, what, where and when', () => {
  const text = calendarText({ method: 'PUBLISH', name: 'Zâmbet, Cluj', events: [event()] });
  assert.deepEqual(readCalendar(text), {
    method: 'PUBLISH',
    name: 'Zâmbet Cluj',
    events: [
      {
        uid: 'k3v9w0qj5t8m2n4b6x1z7c0d@enamel',
        sequence: 2,
        start: '2026-03-30T06:00:00.000Z',
        end: '2026-03-30T06:45:00.000Z',
        summary: 'Consultație; Zâmbet, Centru',
        status: 'CONFIRMED',
        location: 'Str. Lungă 1, Brașov',
        description: 'Rândul unu\nRândul doi \\ sfârșit',
        organizer: 'no-reply@enamel.test',
        attendee: 'ana@example.test',
      },
    ],
  });
});

test('both hours of an autumn night and both sides of a spring gap keep their instants', () => {
  for (const start of [
    '2026-03-29T00:30:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-10-25T00:15:00.000Z',
    '2026-10-25T00:45:00.000Z',
    '2026-10-25T01:15:00.000Z',
    '2026-10-25T01:45:00.000Z',
  ]) {
    const end = new Date(at(start) + 45 * 60_000).toISOString();
    assert.deepEqual(
      [read({ start: at(start), end: at(end) })].map((e) => [e?.start, e?.end]),
      [[start, end]],
    );
  }
});

test('a cancelled visit says so and takes up no time', () => {
  const text = calendarText({ method: 'CANCEL', events: [event({ status: 'CANCELLED' })] });
  assert.equal(readCalendar(text).events[0]?.status, 'CANCELLED');
  assert.match(text, /\r\nTRANSP:TRANSPARENT\r\n/);
});

test('long lines fold between characters, whatever these are', () => {
  for (const word of ['ș', 'țăîâ', '🦷', 'a', '漢字'])
    assert.equal(read({ summary: word.repeat(200) })?.summary, word.repeat(200));
});

test('no text breaks out of its line', () => {
  const evil = 'x\r\nATTENDEE:mailto:evil@example.test\nEND:VEVENT\u0000\u0007';
  const told = read({
    summary: evil,
    description: evil,
    location: evil,
    organizer: { name: evil, email: 'no-reply@enamel.test' },
  });
  assert.equal(told?.attendee, 'ana@example.test');
  assert.equal(told?.summary, 'x\nATTENDEE:mailto:evil@example.test\nEND:VEVENT');
});

test('any text of people comes back as it was', () => {
  const word = fc
    .array(
      fc.constantFrom(
        'a',
        'Ș',
        'ț',
        ' b',
        ',',
        ';',
        ':',
        '\\',
        '"',
        '\n',
        '🦷',
        "'",
        '=',
        '%',
        '^',
      ),
      {
        minLength: 1,
        maxLength: 120,
      },
    )
    // Readers trim what surrounds a value.
    .map((signs) => `x${signs.join('')}x`);
  fc.assert(
    fc.property(
      word,
      word,
      fc.integer({ min: 0, max: 5_000_000_000 }),
      (summary, description, s) => {
        const start = Math.floor(s) * 1000;
        const told = read({ summary, description, start, end: start + 60_000 });
        assert.deepEqual(
          [told?.summary, told?.description, told?.start],
          [summary, description, new Date(start).toISOString()],
        );
      },
    ),
    { numRuns: 300 },
  );
});
