/** iCalendar text as two programs that nobody here wrote read it: both must agree. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import ICAL from 'ical.js';

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  /** ISO 8601 in UTC. */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly status: string;
  readonly location: string;
  readonly description: string;
  readonly organizer: string;
  readonly attendee: string;
}

export interface ReadCalendar {
  readonly method: string;
  readonly name: string;
  readonly events: readonly ReadEvent[];
}

const byUid = (a: ReadEvent, b: ReadEvent) => (a.uid < b.uid ? -1 : 1);
const address = (value: unknown) => String(value ?? '').replace(/^mailto:/i, '');

const byIcalJs = (text: string): ReadCalendar => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const value = (component: ICAL.Component, name: string) =>
    String(component.getFirstPropertyValue(name) ?? '');
  return {
    method: value(calendar, 'method'),
    name: value(calendar, 'x-wr-calname'),
    events: calendar
      .getAllSubcomponents('vevent')
      .map((component) => {
        const event = new ICAL.Event(component);
        return {
          uid: event.uid,
          sequence: event.sequence,
          start: event.startDate.toJSDate().toISOString(),
          end: event.endDate.toJSDate().toISOString(),
          summary: event.summary ?? '',
          status: value(component, 'status'),
          location: event.location ?? '',
          description: event.description ?? '',
          organizer: address(event.organizer),
          attendee: address(component.getFirstPropertyValue('attendee')),
        };
      })
      .sort(byUid),
  };
};

type Worded = string | { readonly val: string };
interface NodeIcalEvent {
  readonly type: string;
  readonly uid: string;
  readonly sequence: string | number;
  readonly start: Date;
  readonly end: Date;
  readonly summary?: Worded;
  readonly status?: string;
  readonly location?: Worded;
  readonly description?: Worded;
  readonly organizer?: Worded;
  readonly attendee?: Worded;
}
const nodeIcal = createRequire(import.meta.url)('node-ical') as {
  readonly sync: {
    parseICS(text: string): Record<string, NodeIcalEvent> & {
      vcalendar?: { readonly method?: string; readonly 'WR-CALNAME'?: string };
    };
  };
};

const worded = (value: Worded | undefined) => (typeof value === 'object' ? value.val : value) ?? '';

const byNodeIcal = (text: string): ReadCalendar => {
  const { vcalendar, ...entries } = nodeIcal.sync.parseICS(text);
  return {
    method: vcalendar?.method ?? '',
    name: vcalendar?.['WR-CALNAME'] ?? '',
    events: Object.values(entries)
      .filter(({ type }) => type === 'VEVENT')
      .map((event) => ({
        uid: event.uid,
        sequence: Number(event.sequence),
        start: event.start.toISOString(),
        end: event.end.toISOString(),
        summary: worded(event.summary),
        status: event.status ?? '',
        location: worded(event.location),
        description: worded(event.description),
        organizer: address(worded(event.organizer)),
        attendee: address(worded(event.attendee)),
      }))
      .sort(byUid),
  };
};

/** What the text says, once both readers say the same; its lines are also looked at one by one. */
export const readCalendar = (text: string): ReadCalendar => {
  assert.ok(text.endsWith('\r\n'));
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `longer than 75 octets: ${line}`);
    assert.doesNotMatch(line, /[\r\n]/);
  }
  const read = byIcalJs(text);
  assert.deepEqual(byNodeIcal(text), read);
  return read;
};
