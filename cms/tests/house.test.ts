import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';

describe('the house', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  test('answers when it is ready', async () => {
    await request(clinic.url).get('/api/kernel/health/ready').expect(200, { status: 'ok' });
  });

  test('logs which route was asked for, never what stood in its address', async () => {
    const { url, log } = await clinic.startCms({ LOG_LEVEL: 'http' });
    await request(url).get('/api/scheduling/feeds/feed-secret.ics');
    await request(url).get('/content-manager/collection-types/api::patient.patient?_q=Popescu');
    await request(url).get('/nowhere/form-secret');
    const lines = log()
      .split('\n')
      .filter((line) => line.includes('GET '));
    expect(lines.join('\n')).not.toMatch(/secret|Popescu/);
    for (const part of ['/api/scheduling/feeds/:file', '/content-manager/'])
      expect(lines).toContainEqual(expect.stringContaining(`GET ${part}`));
  });

  test('answers what is missing or forbidden in one shape', async () => {
    const missing = await request(clinic.url).get('/api/nothing').expect(404);
    expect(missing.body).toEqual({
      data: null,
      error: {
        status: 404,
        name: 'NotFoundError',
        code: 'NOT_FOUND',
        message: 'Not Found',
        details: {},
      },
    });
    const refused = await request(clinic.url).get('/api/patients').expect(403);
    expect(refused.body.error.code).toBe('FORBIDDEN');
  });
});
