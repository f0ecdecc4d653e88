/** A clinic open from nine to five, with people who wait, for stories of offers. */
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';

/** A Monday, 09:30 in Bucharest. */
export const morning = '2027-03-08T07:30:00Z';

/** Claims without their owner, owners without their claims, offers that keep nothing, holds of offers that are over. */
const loose = `
select 'claim' as what, source_id as id from time_claims c
where source_kind = 'hold' and not exists (select from holds h where h.id = c.source_id and h.booked_as is null)
   or source_kind = 'appointment' and not exists (
     select from appointments a where a.document_id = c.source_id and a.status not in ('cancelled', 'no-show'))
union all
select 'visit', document_id from appointments a
where status in ('pending', 'confirmed') and starts_at > '2027-03-08'
  and not exists (select from time_claims where source_kind = 'appointment' and source_id = a.document_id)
union all
select 'offer', o.id from wait_list_offers o
where state = 'open' and not exists (select from holds h where h.id = o.hold_id and h.booked_as is null)
union all
select 'hold', h.id from holds h
where source = 'offer' and booked_as is null
  and not exists (select from wait_list_offers o where o.hold_id = h.id and o.state = 'open')`;

export const offerStage = (people: readonly string[]) => {
  const stage = {} as { clinic: Clinic; standIns: StandIns; desk: string };
  const tokens: Record<string, string> = {};

  /** Dan and Eva in two chairs; visits of an hour. */
  const open = async (processes: number, now = morning): Promise<void> => {
    stage.standIns = await startStandIns();
    const { variables } = stage.standIns;
    stage.clinic = await openClinic({
      processes,
      variables: { ...variables, CLOCK_START: now, REMINDER_TICK_SECONDS: '1' },
    });
    const { db } = stage.clinic;
    const hours = weekdays.map((day) => [day, '09:00', '17:00'] as const);
    await addLocation(db, 'South', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: ['Dan', 'Eva'].map((name) => ({ name, hours })),
      types: [
        { name: 'Filling', duration: 60 },
        { name: 'Polish', duration: 60, values: { slot_step: 20 } },
      ],
    });
    for (const [index, name] of people.entries()) {
      await addPatient(db, name);
      await db.query('update patients set mobile_number = $1 where document_id = $2', [
        `+407210001${String(index).padStart(2, '0')}`,
        idOf(name),
      ]);
      tokens[name] = await signIn(stage.clinic.url, name);
    }
    stage.desk = await staffToken(stage.clinic, 'front-desk');
  };

  const close = async (): Promise<void> => {
    await stage.clinic?.close();
    await stage.standIns?.stop();
  };

  /** The process that was started last: stories may end those before. */
  const url = () => stage.clinic.servers.at(-1)?.url ?? stage.clinic.url;

  const call = (
    method: 'get' | 'post' | 'put',
    path: string,
    token = stage.desk,
    body?: object,
    at = url(),
  ) => {
    const asked = request(at)[method](path).set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };

  const target = (name: string) => ({
    patient: idOf(name),
    appointmentType: idOf('Filling'),
    location: idOf('South'),
  });

  /** A visit with Dan unless said otherwise. */
  const book = async (name: string, start: string, more: Record<string, unknown> = {}) => {
    const visit = { ...target(name), practitioner: idOf('Dan'), start, ...more };
    const { body } = await call('post', '/scheduling/appointments', stage.desk, visit).expect(201);
    return body.data.documentId as string;
  };

  const wait = async (name: string, more: Record<string, unknown> = {}) => {
    const entry = { ...target(name), ...more };
    const { body } = await call('post', '/scheduling/wait-list', stage.desk, entry).expect(201);
    return body.data.documentId as string;
  };

  const offer = (entry: string, start: string, more: Record<string, unknown> = {}) =>
    call('post', '/scheduling/wait-list/offers', stage.desk, {
      entry,
      practitioner: idOf('Dan'),
      start,
      ...more,
    });

  const linkTo = async (name: string, start: string) => {
    const time = start.slice(11, 16);
    const mail = await stage.standIns.mail.waitFor(
      `${name}@stories.test`,
      ({ subject }) => subject.startsWith('A time for you') && subject.includes(time),
    );
    const link = mail.links.find((address) => address.includes('/offers/')) ?? '';
    return { mail, token: link.split('/offers/')[1] as string };
  };

  const answer = (token: string, what = '', at = url()) =>
    request(at)[what ? 'post' : 'get'](`/api/scheduling/offers/${token}${what && `/${what}`}`);

  const rowsOf = async (statement: string, values: unknown[] = []) =>
    (await stage.clinic.db.query(statement, values)).rows;

  const statusOf = async (entry: string) =>
    (await rowsOf('select status from wait_list_entries where document_id = $1', [entry]))[0]
      ?.status;

  const visitsOf = (name: string) =>
    rowsOf(
      `select to_char(a.starts_at, 'YYYY-MM-DD HH24:MI') as start, a.status, a.document_id as id from appointments a
       join appointments_patient_lnk l on l.appointment_id = a.id join patients p on p.id = l.patient_id
       where p.document_id = $1 order by a.starts_at`,
      [idOf(name)],
    );

  /** What a visit, or an offer by its hold, keeps. */
  const claimsOf = async (source: string): Promise<string[]> =>
    (
      await rowsOf(
        `select resource_kind as kind from time_claims
         where source_id in ($1, (select hold_id from wait_list_offers where id = $1)) order by 1`,
        [source],
      )
    ).map(({ kind }) => kind);

  const automatic = (value: boolean) =>
    rowsOf(`update settings set value = $1 where key = 'wait-list.automatic'`, [
      JSON.stringify(value),
    ]);

  /** Nobody is on the list and nothing is offered. */
  const reset = async (): Promise<void> => {
    const entries = await rowsOf(
      `select document_id as id from wait_list_entries where status in ('waiting', 'offered')`,
    );
    for (const { id } of entries)
      await call('post', `/scheduling/wait-list/${id}/close`).expect(200);
    await rowsOf('update wait_list_offers set followed = true');
  };

  const expectNothingLoose = async (): Promise<void> => expect(await rowsOf(loose)).toEqual([]);

  return {
    ...{ stage, open, reset, close, call, as: (name: string) => tokens[name] as string },
    ...{ target, book, wait, offer, linkTo, answer },
    ...{ rowsOf, statusOf, visitsOf, claimsOf, automatic, expectNothingLoose },
  };
};
