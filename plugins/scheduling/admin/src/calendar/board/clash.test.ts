import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sheet } from './blocks.ts';
import { clashesOf, type Wish } from './clash.ts';
import { at, person, sheet, visit } from './sheet-fixture.ts';

const wish = (from: string, to: string, more: Partial<Wish> = {}): Wish => ({
  from: `2026-11-24T${from}`,
  to: `2026-11-24T${to}`,
  practitioner: 'd1',
  chair: null,
  visit: undefined,
  ...more,
});
const kinds = (of: Sheet, wanted: Wish) => clashesOf(of, wanted).map(({ kind }) => kind);

test('time that is kept for somebody is not free, in whichever column', () => {
  const hold = {
    kind: 'booking' as const,
    start: at('10:00'),
    end: at('10:30'),
    until: at('08:10'),
    practitioner: 'd1',
    chair: 'c1',
  };
  const day = sheet([], { holds: [hold] });
  assert.deepEqual(kinds(day, wish('10:15', '10:45')), ['off']);
  assert.deepEqual(kinds(day, wish('10:30', '11:00')), []);
  assert.deepEqual(kinds(day, wish('10:15', '10:45', { practitioner: 'd2', chair: 'c1' })), [
    'off',
  ]);
  assert.deepEqual(kinds(day, wish('10:15', '10:45', { practitioner: 'd2' })), []);
});

test('a free place is free; another’s time and the cleaning after it are not', () => {
  const day = sheet([visit('ana', '10:00', '10:30')]);
  assert.deepEqual(kinds(day, wish('11:00', '11:30')), []);
  assert.deepEqual(kinds(day, wish('10:15', '10:45')), ['practitioner']);
  assert.deepEqual(kinds(day, wish('10:35', '11:00')), ['practitioner']);
  assert.deepEqual(kinds(day, wish('10:40', '11:00')), []);
});

test('a visit is not in its own way, nor are those that were cancelled or missed', () => {
  const ana = visit('ana', '10:00', '10:30');
  assert.deepEqual(kinds(sheet([ana]), wish('10:15', '10:45', { visit: ana })), []);
  const gone = sheet([
    { ...ana, status: 'cancelled' },
    { ...ana, status: 'no-show' },
  ]);
  assert.deepEqual(kinds(gone, wish('10:15', '10:45')), []);
});

test('while only the chair is needed, the dentist may see somebody in another', () => {
  const crown = visit('ana', '10:00', '11:00', {
    chairOnly: [{ start: at('10:10'), end: at('10:50') }],
  });
  assert.deepEqual(kinds(sheet([crown]), wish('10:15', '10:45')), []);
  assert.deepEqual(kinds(sheet([crown]), wish('10:15', '10:45', { chair: 'c1' })), ['chair']);
  assert.deepEqual(kinds(sheet([crown]), wish('10:40', '10:55')), ['practitioner']);
});

test('a patient cannot be in two places, and somebody who assists is busy', () => {
  const here = visit('ana', '10:00', '10:30', { practitioner: 'd2', assistant: 'd1' });
  const later = visit('later', '14:00', '14:30', {
    patient: { documentId: 'ana', name: 'ana', phone: null, alerts: [] },
  });
  const day = sheet([here, later]);
  assert.deepEqual(kinds(day, wish('10:00', '10:30', { visit: later })), [
    'patient',
    'practitioner',
  ]);
});

test('closed, off, a holiday, the past, somebody who does not do it, no chair: each says so', () => {
  const away = {
    start: at('12:00'),
    end: at('13:00'),
    kind: 'training',
    reason: null,
    practitioner: 'd1',
    chair: null,
    location: null,
  };
  const shorter = {
    ...person('d1'),
    hours: [{ start: at('09:00'), end: at('12:00') }],
  };
  const day = sheet([], { timeOff: [away], practitioners: [shorter] });
  assert.deepEqual(kinds(day, wish('16:45', '17:15')), ['closed']);
  assert.deepEqual(kinds(day, wish('12:15', '12:45')), ['off']);
  assert.deepEqual(kinds(day, wish('07:00', '07:30')), ['past', 'closed']);
  const name = { en: 'A day', ro: 'O zi' };
  const feast = sheet([], {
    holidays: [{ date: '2026-11-24', name }],
    practitioners: [{ ...person('d1'), hours: [] }],
  });
  assert.deepEqual(clashesOf(feast, wish('10:00', '10:30')), [
    { kind: 'off', off: { kind: 'holiday', reason: null, holiday: name } },
  ]);
  const ana = visit('ana', '15:00', '15:30');
  const others = sheet([ana], {
    practitioners: [person('d1'), { ...person('d2'), appointmentTypes: [] }],
  });
  assert.deepEqual(kinds(others, wish('10:00', '10:30', { practitioner: 'd2', visit: ana })), [
    'skill',
  ]);
  const full = sheet([
    visit('a', '10:00', '10:30', { practitioner: 'd2' }),
    visit('b', '10:00', '10:30', { practitioner: 'd2', chair: 'c2' }),
  ]);
  assert.deepEqual(kinds(full, wish('10:00', '10:30')), ['chairs']);
});
