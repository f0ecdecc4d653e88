import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { bookLink, causeLink } from './links.ts';

const asked = { at: '2027-03-09T11:10:00+02:00', location: 'hill' };
const lia = { kind: 'practitioner', id: 'lia', name: 'Dr. Lia' };
const entry = { uid: 'api::working-hours.working-hours', documentId: 'monday' };

test('a visit is shown in the calendar of its day', () => {
  const record = { uid: 'api::appointment.appointment', documentId: 'visit' };
  deepEqual(causeLink({ code: 'PRACTITIONER_BUSY', record, resource: lia }, asked, true), {
    kind: 'visit',
    to: '/plugins/scheduling/calendar?date=2027-03-09&location=hill&visit=visit',
  });
});

test('hours, time off and holidays lead to the hours of the one they keep away', () => {
  const hours = (code: string, resource = lia as typeof lia | null) =>
    causeLink({ code, record: null, resource }, asked, true)?.to;
  equal(hours('OUTSIDE_HOURS'), '/plugins/scheduling/hours?whose=lia#hours-week');
  equal(hours('HOLIDAY'), '/plugins/scheduling/hours?whose=lia#hours-holidays');
  equal(
    hours('CHAIR_OFF', { kind: 'chair', id: 'chair', name: 'Chair 1' }),
    '/plugins/scheduling/hours?whose=house#hours-off',
  );
});

test('whoever may not change all hours is led to the record, where there is one', () => {
  deepEqual(causeLink({ code: 'HOURS_REPLACED', record: entry, resource: lia }, asked, false), {
    kind: 'record',
    to: '/content-manager/collection-types/api::working-hours.working-hours/monday',
  });
  equal(causeLink({ code: 'HOLIDAY', record: null, resource: lia }, asked, false), undefined);
});

test('an offered time is booked with its type and practitioner', () => {
  equal(
    bookLink(asked, 'check', 'lia'),
    '/plugins/scheduling/calendar?date=2027-03-09&location=hill&at=11%3A10&visitType=check&practitioner=lia',
  );
});
