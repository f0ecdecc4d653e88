import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { type Clinic, openClinic, type Server } from '../../tests/support/clinic.ts';
import { password, patientToken } from '../../tests/support/people.ts';
import { hiddenOf } from '../../tests/support/visitor.ts';

const pages = join(process.env.TEST_ROOT ?? '', 'portal/src/pages');

/** Every address of the portal, as its files say it. */
const addresses = readdirSync(pages, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(pages.length))
  // The pages of failures take nothing.
  .filter((file) => !/^\/(404|500)\./.test(file))
  .map((file) =>
    file
      .replace(/\.(astro|ts)$/, '')
      .replace(/\/index$/, '')
      .replace('/[lang]', '/en')
      .replaceAll(/\[[^\]]+\]/g, 'nothing'),
  );

describe('a form of the portal', () => {
  let clinic: Clinic;
  let portal: Server;
  let cookie: string;
  let token: string;
  const email = 'forms@example.com';
  beforeAll(async () => {
    clinic = await openClinic();
    portal = await clinic.startPortal();
    await patientToken(clinic, email);
    const entered = await post('/en/sign-in', { email, password }, { Origin: portal.url });
    expect(entered.status).toBe(303);
    cookie = (entered.headers['set-cookie'] as unknown as string[])
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = await request(portal.url).get('/en/account').set('Cookie', cookie).expect(200);
    token = /name="form-token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(page.text.match(/<form\b/g)?.length).toBe(page.text.match(/name="form-token"/g)?.length);
  });
  afterAll(() => clinic.close());

  const post = (path: string, body: object, headers: Record<string, string>) =>
    request(portal.url).post(path).type('form').set(headers).send(body);

  const own = (more: Record<string, string> = {}) => ({
    Origin: portal.url,
    'Sec-Fetch-Site': 'same-origin',
    Cookie: cookie,
    ...more,
  });

  test('is known by its file', () => {
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses).toContain('/en/account/password');
  });

  test.each(addresses)('at %s is refused when another site sends it', async (path) => {
    const foreign: Record<string, string>[] = [
      own({ Origin: 'https://evil.example' }),
      own({ Origin: 'null' }),
      { Cookie: cookie },
      own({ 'Sec-Fetch-Site': 'cross-site' }),
      own({ 'Sec-Fetch-Site': 'same-site' }),
    ];
    for (const headers of foreign)
      expect([headers, (await post(path, { 'form-token': token }, headers)).status]).toEqual([
        headers,
        403,
      ]);
    for (const body of [{}, { 'form-token': '' }, { 'form-token': `${token.slice(0, -1)}_` }])
      expect([body, (await post(path, body, own())).status]).toEqual([body, 403]);
  });

  test('is done with the word of the page and the origin of the site', async () => {
    const change = { intent: 'saved', mobileNumber: '+40 721 000 111', emailReminders: 'yes' };
    await post('/en/account', { ...change, 'form-token': token }, own()).expect(303);
    await post('/en/account', change, own()).expect(403);
    const { rows } = await clinic.db.query('select mobile_number from patients where email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ mobile_number: '+40 721 000 111' }]);
  });

  test('that was opened before its reader signed in is shown again with what was sent, and sent once more', async () => {
    const fields = {
      intent: 'saved',
      mobileNumber: '+40 721 000 222',
      emailReminders: 'yes',
      reason: 'Two <lines> & "more"',
      password: 'Never-sent-back-1',
    };
    const upload = request(portal.url).post('/en/account').set(own());
    for (const [name, value] of Object.entries(fields)) upload.field(name, value);
    const page = await upload.attach('paper', Buffer.from('a secret paper'), 'paper.txt');
    expect(page.status).toBe(403);
    expect(page.type).toBe('text/html');
    expect(page.text).toContain('Send once more');
    expect(page.text).not.toMatch(/Never-sent-back-1|a secret paper|paper\.txt/);
    expect(page.text).toContain('Two &lt;lines&gt; &amp; ');
    const carried = hiddenOf(page.text);
    expect(carried).toMatchObject({ intent: 'saved', mobileNumber: '+40 721 000 222' });
    expect(carried['form-token']).toBe(token);
    expect(page.text.match(/<form\b[^>]*method="post"/g)?.length).toBe(
      page.text.match(/name="form-token"/g)?.length,
    );
    expect(page.text).toContain('action="/en/account"');
    await post('/en/account', carried, own()).expect(303);
    const { rows } = await clinic.db.query('select mobile_number from patients where email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ mobile_number: '+40 721 000 222' }]);
  });

  test('of another site is answered by a sentence alone', async () => {
    const foreign = own({ Origin: 'https://evil.example' });
    const answer = await post('/en/account', { mobileNumber: '+40 721 000 333' }, foreign);
    expect(answer.status).toBe(403);
    expect(answer.text).toBe('This form came from another site');
  });

  test('of a visitor needs the origin alone: there is nothing that another site could use', async () => {
    const visitor = { Origin: portal.url, 'Sec-Fetch-Site': 'same-origin' };
    expect((await post('/en/sign-in', { email, password: 'wrong' }, visitor)).status).toBe(400);
    expect((await post('/en/sign-in', { email, password }, { Origin: 'null' })).status).toBe(403);
  });
});
