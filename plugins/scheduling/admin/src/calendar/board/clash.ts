/** What the sheet knows against a place for a visit, before the server is asked. Times are wall time in minutes. */
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { holdsItsTime } from '../../../../shared/statuses.ts';
import { keptAs, type Off, type Sheet } from './blocks.ts';

export interface Wish {
  /** `YYYY-MM-DDTHH:mm` of the location's clock. */
  readonly from: string;
  readonly to: string;
  readonly practitioner: string | null;
  /** The chair that is wanted; any when null. */
  readonly chair: string | null;
  /** The visit that moves there; none when a new one is planned. */
  readonly visit: CalendarAppointment | undefined;
}

export type Clash =
  | { readonly kind: 'past' | 'closed' | 'skill' | 'chairs' }
  | { readonly kind: 'off'; readonly off: Off }
  | { readonly kind: 'practitioner' | 'chair' | 'patient'; readonly visit: CalendarAppointment };

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const minutesOf = (wall: string): number => Date.parse(`${wall.slice(0, 16)}Z`) / 60_000;
// A drag asks for the same few hundred again with each step of the pointer.
const known = new WeakMap<object, Stretch>();
const stretchOf = (span: { readonly start: string; readonly end: string }): Stretch => {
  let stretch = known.get(span);
  if (!stretch) {
    stretch = { from: minutesOf(span.start), to: minutesOf(span.end) };
    known.set(span, stretch);
  }
  return stretch;
};
const overlap = (one: Stretch, other: Stretch): boolean =>
  one.from < other.to && other.from < one.to;

/** With the time to prepare and to clean up. */
const widened = ({ from, to }: Stretch, visit: CalendarAppointment | undefined): Stretch => ({
  from: from - (visit?.appointmentType?.bufferBefore ?? 0),
  to: to + (visit?.appointmentType?.bufferAfter ?? 0),
});

/** The parts of a visit that its practitioner is there for, when the visit lies at `at`. */
const attended = (at: Stretch, visit: CalendarAppointment | undefined): Stretch[] => {
  const whole = widened(at, visit);
  if (!visit) return [whole];
  const shift = at.from - minutesOf(visit.start);
  const parts: Stretch[] = [];
  let from = whole.from;
  for (const absence of visit.chairOnly.map(stretchOf)) {
    const gap = { from: absence.from + shift, to: Math.min(absence.to + shift, at.to) };
    if (gap.from > from) parts.push({ from, to: gap.from });
    from = Math.max(from, gap.to);
  }
  if (from < whole.to && !(from >= at.to && visit.chairOnly.length > 0))
    parts.push({ from, to: whole.to });
  return parts;
};

const hoursAgainst = (sheet: Sheet, wish: Wish, at: Stretch): Clash[] => {
  const person = sheet.practitioners.find(({ documentId }) => documentId === wish.practitioner);
  if (!person) return [];
  const type = wish.visit?.appointmentType?.documentId;
  if (type && !person.appointmentTypes.includes(type)) return [{ kind: 'skill' }];
  const open = person.hours.map(stretchOf).some(({ from, to }) => from <= at.from && at.to <= to);
  if (open) return [];
  const holiday = sheet.holidays.find(({ date }) => wish.from.startsWith(date));
  if (holiday)
    return [{ kind: 'off', off: { kind: 'holiday', reason: null, holiday: holiday.name } }];
  const off = sheet.timeOff.find(
    (away) =>
      (away.practitioner === wish.practitioner || (!away.practitioner && !away.chair)) &&
      overlap(stretchOf(away), at),
  );
  return [off ? { kind: 'off', off } : { kind: 'closed' }];
};

const chairsAgainst = (
  sheet: Sheet,
  wish: Wish,
  at: Stretch,
  others: readonly CalendarAppointment[],
): Clash[] => {
  const mine = widened(at, wish.visit);
  const inChair = (chair: string) =>
    others.find(
      (other) => other.chair === chair && overlap(mine, widened(stretchOf(other), other)),
    );
  const offChair = (chair: string) =>
    sheet.timeOff.find((off) => off.chair === chair && overlap(mine, stretchOf(off)));
  if (wish.chair) {
    const visit = inChair(wish.chair);
    if (visit) return [{ kind: 'chair', visit }];
    const off = offChair(wish.chair);
    return off ? [{ kind: 'off', off }] : [];
  }
  const free = sheet.chairs.some(({ documentId }) => !inChair(documentId) && !offChair(documentId));
  return free || sheet.chairs.length === 0 ? [] : [{ kind: 'chairs' }];
};

const keptAgainst = (sheet: Sheet, wish: Wish, at: Stretch): Clash[] => {
  const hold = sheet.holds.find(
    (kept) =>
      (kept.practitioner === wish.practitioner || kept.chair === wish.chair) &&
      overlap(stretchOf(kept), at),
  );
  return hold ? [{ kind: 'off', off: keptAs(hold) }] : [];
};

/** All that speaks against a place, the gravest first; nothing when it looks free. The server judges in the end. */
export const clashesOf = (sheet: Sheet, wish: Wish): Clash[] => {
  const at = { from: minutesOf(wish.from), to: minutesOf(wish.to) };
  const others = sheet.appointments.filter(
    ({ documentId, status }) => documentId !== wish.visit?.documentId && holdsItsTime(status),
  );
  const mine = attended(at, wish.visit);
  const patient = wish.visit?.patient?.documentId;
  const ofPatient = others.find(
    (other) => patient && other.patient?.documentId === patient && overlap(at, stretchOf(other)),
  );
  const ofPractitioner = others.find((other) => {
    if (!wish.practitioner) return false;
    const there = stretchOf(other);
    const busy =
      other.practitioner === wish.practitioner
        ? attended(there, other)
        : other.assistant === wish.practitioner
          ? [there]
          : [];
    return busy.some((part) => mine.some((own) => overlap(own, part)));
  });
  return [
    ...(at.to <= minutesOf(sheet.now) ? [{ kind: 'past' as const }] : []),
    ...(ofPatient ? [{ kind: 'patient' as const, visit: ofPatient }] : []),
    ...(ofPractitioner ? [{ kind: 'practitioner' as const, visit: ofPractitioner }] : []),
    ...keptAgainst(sheet, wish, at),
    ...chairsAgainst(sheet, wish, at, others),
    ...hoursAgainst(sheet, wish, at),
  ];
};
