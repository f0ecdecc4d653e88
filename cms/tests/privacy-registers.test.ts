import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';

const breaches = '/content-manager/collection-types/api::data-breach.data-breach';

describe('the registers of privacy', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['clinic-admin', 'dentist']) tokens[role] = await staffToken(clinic, role);
  });
  afterAll(() => clinic.close());
  const as = (role: string, method: 'get' | 'post' | 'put', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[role]}`);

  test('a breach has 72 hours from its discovery, also across the change of clocks', async () => {
    const { body } = await as('clinic-admin', 'post', breaches)
      .send({
        title: 'A laptop is gone',
        discoveredAt: '2026-03-27T10:00:00.000Z',
        kind: 'availability',
        status: 'open',
      })
      .expect(201);
    const id = body.data.documentId;
    const { rows } = await clinic.db.query(
      'select notify_by::text as by from data_breaches where document_id = $1',
      [id],
    );
    expect(rows).toEqual([{ by: '2026-03-30 10:00:00' }]);
    expect((await as('clinic-admin', 'get', '/access/breaches').expect(200)).body.data).toEqual([
      { documentId: id, title: 'A laptop is gone', notifyBy: '2026-03-30T10:00:00Z' },
    ]);
    await as('dentist', 'get', '/access/breaches').expect(403);
    await as('dentist', 'get', breaches).expect(403);

    const late = await as('clinic-admin', 'put', `${breaches}/${id}`).send({
      authorityNotifiedAt: '2026-03-30T10:00:01.000Z',
    });
    expect(late.status).toBe(400);
    expect(JSON.stringify(late.body)).toContain('delayReason');
    await as('clinic-admin', 'put', `${breaches}/${id}`).send({ status: 'closed' }).expect(400);
    await as('clinic-admin', 'put', `${breaches}/${id}`)
      .send({ authorityNotifiedAt: '2026-03-30T10:00:00.000Z' })
      .expect(200);
    expect((await as('clinic-admin', 'get', '/access/breaches')).body.data).toEqual([]);
  });

  test('what is done with data stands in a register of its own', async () => {
    const path = '/content-manager/collection-types/api::processing-activity.processing-activity';
    await as('clinic-admin', 'post', path)
      .send({
        name: 'Reminders',
        purpose: 'Fewer missed visits',
        legalBasis: 'legitimate-interests',
      })
      .expect(201);
    const names = async () =>
      (await as('clinic-admin', 'get', path).expect(200)).body.results.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names()).toEqual(
      expect.arrayContaining(['Reminders', 'Fișele pacienților', 'Facturi și plăți']),
    );
    await as('dentist', 'get', path).expect(403);

    await clinic.db.query(`delete from processing_activities where name = 'Facturi și plăți'`);
    const before = await names();
    await clinic.startCms();
    expect(await names()).toEqual(before);
  });
});
