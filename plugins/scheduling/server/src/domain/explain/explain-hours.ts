import type { Interval } from '@enamel/kernel';
import { dateOf, day, instantOf, localOf } from '../slots/local-time.ts';
import { openingsOf, type WeeklyHours } from '../slots/opening.ts';
import type { Off, PractitionerRules } from '../slots/rules.ts';
import { openAt, type Trial } from '../slots/trial.ts';
import type { Cause, Reason } from './reason.ts';

const isHit = ({ start, end }: Interval, span: Interval): boolean =>
  start < end && start < span.end && end > span.start;

/** Time off and closing times that lie over a span. */
export const offReasons = (
  offs: readonly Off[],
  code: 'TIME_OFF' | 'LOCATION_CLOSED' | 'CHAIR_OFF' | 'EQUIPMENT_OFF',
  resource: Cause,
  span: Interval,
): Reason[] =>
  offs
    .filter((off) => isHit(off, span))
    .map(({ start, end, source }) => ({
      code,
      resource,
      cause: source ? { kind: 'time-off', id: source } : null,
      span: { start, end },
    }));

/** Why the weekly hours of a person do not cover a span; nothing when they do. */
const hoursReasons = (
  person: PractitionerRules,
  span: Interval,
  { rules, stretches }: Trial,
): Reason[] => {
  const opensFor = (hours: readonly WeeklyHours[], holidays: readonly string[] = rules.holidays) =>
    openingsOf(hours, [], span.start - day, span.end + day, stretches, holidays);
  const covers = (hours: readonly WeeklyHours[], holidays?: readonly string[]) =>
    openAt(opensFor(hours, holidays), span) !== undefined;
  const { hours } = person;
  if (covers(hours)) return [];
  const resource: Cause = { kind: 'practitioner', id: person.id };
  const byEntries = (code: Reason['code'], entries: readonly WeeklyHours[]): Reason[] =>
    entries.map(({ source }) => ({
      code,
      resource,
      cause: source ? { kind: 'working-hours', id: source } : null,
      span: null,
    }));
  const touching = (entry: WeeklyHours, reach = 0) =>
    opensFor([{ ...entry, available: true }], []).some((window) =>
      isHit(window, { start: span.start - reach, end: span.end + reach }),
    );
  const reasons: Reason[] = [];
  if (covers(hours, [])) {
    const date = Math.floor(localOf(span.start, stretches) / day) * day;
    for (const holiday of rules.holidays)
      if (
        Math.abs(dateOf(holiday) - date) <= day &&
        covers(hours, without(rules.holidays, holiday))
      )
        reasons.push({
          code: 'HOLIDAY',
          resource,
          cause: { kind: 'holiday', id: holiday },
          span: {
            start: instantOf(dateOf(holiday), stretches),
            end: instantOf(dateOf(holiday) + day, stretches),
          },
        });
  }
  if (covers(hours.filter(({ available }) => available)))
    reasons.push(
      ...byEntries(
        'HOURS_INTERRUPTED',
        hours.filter((e) => !e.available && touching(e)),
      ),
    );
  if (covers(hours.filter(({ instead }) => !instead)))
    reasons.push(
      ...byEntries(
        'HOURS_REPLACED',
        hours.filter((e) => e.instead && touching(e, day)),
      ),
    );
  const always = (entry: WeeklyHours): WeeklyHours => ({
    ...entry,
    weeks: 'every',
    validFrom: null,
    validUntil: null,
  });
  reasons.push(
    ...byEntries(
      'HOURS_NOT_IN_FORCE',
      hours.filter((e) => e.available && covers([always(e)]) && !covers([e])),
    ),
  );
  return reasons.length > 0
    ? reasons
    : [{ code: 'OUTSIDE_HOURS', resource, cause: resource, span: null }];
};

const without = (holidays: readonly string[], one: string) => holidays.filter((h) => h !== one);

/** Why a person is not at work throughout a span; nothing when he or she is. */
export const absenceReasons = (
  person: PractitionerRules,
  span: Interval,
  trial: Trial,
): Reason[] => [
  ...offReasons(
    trial.rules.closed,
    'LOCATION_CLOSED',
    { kind: 'location', id: trial.rules.location },
    span,
  ),
  ...hoursReasons(person, span, trial),
  ...offReasons(person.off, 'TIME_OFF', { kind: 'practitioner', id: person.id }, span),
];
