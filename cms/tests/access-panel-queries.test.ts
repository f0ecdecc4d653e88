import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const roles = ['front-desk', 'dentist', 'assistant', 'location-admin', 'clinic-admin'];
const own = idOf(people.west);
const relations = '/content-manager/relations';

/** Digests, tokens, addresses, and what only a chart says of a patient of elsewhere. */
const secrets = /\$2[aby]\$|enamel\.test|resetPassword|a1b2c3|carries HIV|"notes"|"roles"|"role"/;

describe('what the panel asks its own routes', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    for (const role of roles) tokens[role] = await staffTokenAt(clinic, role, west);
    await clinic.db.query(`update admin_users set reset_password_token = 'a1b2c3'`);
    await clinic.db.query(
      `update patients set notes = 'carries HIV' where document_id = any ($1::text[])`,
      [[own, idOf(people.east)]],
    );
    await clinic.db.query(
      `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select w.id, e.id from patients w, patients e where w.document_id = $1 and e.document_id = $2`,
      [own, idOf(people.east)],
    );
  });
  afterAll(() => clinic.close());

  const as = (who: string, path: string) =>
    request(clinic.url).get(path).set('Authorization', `Bearer ${tokens[who]}`);

  describe('the picker of a relation', () => {
    const practitioners = `${relations}/api::practitioner.practitioner/staffUser`;
    const visits = `${relations}/api::appointment.appointment`;
    test.each([
      `${practitioners}?fields=password`,
      `${practitioners}?fields=*`,
      `${practitioners}?fields[0]=email&fields[1]=resetPasswordToken`,
      `${practitioners}?populate=roles`,
      `${practitioners}?populate=*&_q=test`,
      `${visits}/practitioner?populate[staffUser]=*`,
      `${visits}/practitioner?populate=*`,
      `${visits}/patient?_q=${people.west}&populate=*`,
      `${visits}/patient?fields=notes`,
      `${relations}/api::patient.patient/account?fields=*`,
      `${relations}/api::patient.patient/guarantor?populate=*&fields=*`,
      `${relations}/api::patient.patient/${own}/guarantor?populate=*&fields=*`,
      `${relations}/api::patient.patient/${own}/location?populate[createdBy]=*`,
    ])('hands out no field and no relation that it is asked for: %s', async (path) => {
      for (const who of roles) {
        const { status, text } = await as(who, path);
        expect(status).not.toBe(500);
        expect(text).not.toMatch(secrets);
        expect(text).not.toContain('"staffUser"');
      }
    });

    test.each([
      ['filters[notes][$contains]=', 'HIV', 'nothing'],
      ['filters[guarantor][notes][$contains]=', 'HIV', 'nothing'],
      ['filters[$and][0][account][email][$notNull]=', 'true', 'false'],
      ['sort=guarantor.lastName:', 'asc', 'desc'],
      ['sort=notes:', 'asc', 'desc'],
      ['where[notes][$contains]=', 'HIV', 'nothing'],
      ['lookup[notes][$contains]=', 'HIV', 'nothing'],
    ])('tells nothing by %s', async (key, hit, miss) => {
      for (const who of roles) {
        const [one, other] = [
          await as(who, `${visits}/patient?${key}${hit}`),
          await as(who, `${visits}/patient?${key}${miss}`),
        ];
        expect(one.status).toBe(other.status);
        expect(one.body).toEqual(other.body);
      }
    });

    test('offers staff to nobody who does not read staff, and no accounts at all', async () => {
      for (const who of ['front-desk', 'dentist', 'assistant', 'location-admin'])
        expect((await as(who, practitioners)).body.results).toEqual([]);
      expect((await as('clinic-admin', practitioners)).body.results.length).toBeGreaterThan(0);
      const accounts = await as('clinic-admin', `${relations}/api::patient.patient/account`);
      expect(accounts.body.results).toEqual([]);
    });

    test('a relation that the role does not read, and one that is none, are refused in words', async () => {
      for (const path of ['guarantor', 'account', 'lastName', 'nothing', `${own}/guarantor`])
        expect([400, 403]).toContain(
          (await as('assistant', `${relations}/api::patient.patient/${path}`)).status,
        );
      for (const query of ['page=x', 'page[a]=1', '_q[a]=1', '_filter=$between&_q=a', 'id[a]=1'])
        expect((await as('dentist', `${visits}/patient?${query}`)).status).toBe(400);
    });

    test('counts nobody whom it hides', async () => {
      const { body } = await as(
        'front-desk',
        `${relations}/api::patient.patient/${own}/guarantor`,
      ).expect(200);
      expect(body).toMatchObject({ results: [], pagination: { total: 0 } });
    });

    test('goes on offering and showing what the form needs', async () => {
      const visit = idOf(`${people.west} at West`);
      const asked = `id=${visit}&pageSize=10&idsToInclude[0]=1&idsToOmit[0]=999999&_filter=$containsi&locale=`;
      const { body } = await as(
        'front-desk',
        `${visits}/patient?${asked}&_q=storyteller&page=1`,
      ).expect(200);
      expect(JSON.stringify(body.results)).toContain(people.both);
      const shown = await as(
        'front-desk',
        `${visits}/${visit}/patient?pageSize=5&page=1&locale=`,
      ).expect(200);
      expect(shown.body.results).toEqual([expect.objectContaining({ documentId: own })]);
    });
  });
});
