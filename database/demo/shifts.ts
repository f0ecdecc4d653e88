/** Who works when: working hours minus time off, day by day. */
import { type Interval, subtract, union } from '@enamel/kernel';
import { instantAt, publicHolidays } from './calendar.ts';
import { type LocationKey, locations } from './catalogue/places.ts';
import type { ServiceKey } from './catalogue/services.ts';
import { type Member, team, weekdays } from './catalogue/team.ts';

export const firstDay = -182;
export const lastDay = 61;

export interface TimeOff {
  readonly kind: 'vacation' | 'sick' | 'training' | 'holiday' | 'block';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly reason: string;
  readonly practitioner?: string;
  readonly location?: LocationKey;
}

export interface Shift extends Interval {
  readonly member: Member;
  readonly location: LocationKey;
  readonly services: readonly ServiceKey[];
}

const dayStart = (date: Temporal.PlainDate, zone: string) => instantAt(date, '00:00', zone);

/** Absences of the team, given in days from today, and the public holidays of both places. */
export const buildTimeOff = (today: Temporal.PlainDate, zone: string): TimeOff[] => {
  const away = (
    practitioner: string,
    kind: TimeOff['kind'],
    from: number,
    days: number,
    reason: string,
  ): TimeOff => ({
    kind,
    practitioner,
    reason,
    startsAt: dayStart(today.add({ days: from }), zone),
    endsAt: dayStart(today.add({ days: from + days }), zone),
  });
  const first = today.add({ days: firstDay });
  const last = today.add({ days: 370 });
  const holidays = [first.year, first.year + 1, first.year + 2]
    .flatMap(publicHolidays)
    .filter(
      ({ date }) =>
        Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, last) <= 0,
    )
    .flatMap(({ date, name }) =>
      locations.map(
        ({ key }): TimeOff => ({
          kind: 'holiday',
          location: key,
          reason: name,
          startsAt: dayStart(date, zone),
          endsAt: dayStart(date.add({ days: 1 }), zone),
        }),
      ),
    );
  return [
    away('munteanu', 'vacation', -96, 10, 'Summer leave'),
    away('munteanu', 'vacation', 38, 5, 'Leave'),
    away('pop', 'vacation', -75, 12, 'Leave'),
    away('pop', 'training', 16, 2, 'Endodontics course'),
    away('ionescu', 'vacation', -130, 7, 'Leave'),
    away('stan', 'vacation', 28, 7, 'Leave'),
    away('rus', 'sick', -33, 3, 'Flu'),
    away('rus', 'vacation', -150, 8, 'Leave'),
    ...holidays,
  ];
};

/** The shifts of one person on one day, without what is off. */
const shiftsOf = (
  member: Member,
  date: Temporal.PlainDate,
  zone: string,
  timeOff: readonly TimeOff[],
): Shift[] =>
  member.shifts
    .filter(({ days }) => days.some((day) => weekdays.indexOf(day) === date.dayOfWeek - 1))
    .flatMap(({ location, hours, only }) => {
      const off = timeOff
        .filter((entry) => entry.practitioner === member.key || entry.location === location)
        .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
      const open = hours.map(([from, until]) => ({
        start: instantAt(date, from, zone),
        end: instantAt(date, until, zone),
      }));
      return subtract(union(open), union(off)).map((interval) => ({
        ...interval,
        member,
        location,
        services: only ?? member.services,
      }));
    });

/** Every shift of those who see patients, in order of time. */
export const buildShifts = (
  today: Temporal.PlainDate,
  zone: string,
  timeOff: readonly TimeOff[],
): Shift[] =>
  Array.from({ length: lastDay - firstDay + 1 }, (_, index) =>
    today.add({ days: firstDay + index }),
  ).flatMap((date) =>
    team
      .filter(({ profession }) => profession !== 'assistant')
      .flatMap((member) => shiftsOf(member, date, zone, timeOff)),
  );
