import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type File, inTheEnd, people, picture, speaker } from '../../tests/support/files.ts';
import { type MadePatient, makePatient, patientToken } from '../../tests/support/patients.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

const paper = Buffer.from(
  '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const page = '<html><script>alert(document.cookie)</script></html>';

describe('the files of a patient', () => {
  let clinic: Clinic;
  let ana: MadePatient;
  let ion: MadePatient;
  let to: ReturnType<typeof speaker>;
  let tokens: Record<string, string>;
  let temporary: string;
  const folder = () =>
    join(process.env.TEST_FOLDER ?? '', new URL(clinic.databaseUrl).pathname.slice(1));
  const stored = () => {
    try {
      return readdirSync(join(folder(), 'files/patients')).sort();
    } catch {
      return [];
    }
  };
  const kept = async () => ({
    rows: (await clinic.db.query('select * from patient_files order by id')).rows,
    keys: (await clinic.db.query(`select count(*) from sealed_fields where noun = 'patient-file'`))
      .rows,
    stored: stored(),
  });
  const trail = async (file: File) =>
    (
      await clinic.db.query(
        'select action, actor_kind, patients from audit_entries where subject_id = $1 order by id',
        [file.documentId],
      )
    ).rows;

  beforeAll(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'enamel-received-'));
    clinic = await openClinic({ variables: { TMPDIR: temporary } });
    tokens = await people(clinic, 'dentist', 'assistant', 'clinic-admin', 'front-desk');
    ana = await makePatient(clinic);
    ion = await makePatient(clinic);
    tokens.ana = await patientToken(clinic, ana);
    tokens.ion = await patientToken(clinic, ion);
    to = speaker(clinic, tokens);
  });
  afterAll(async () => {
    await clinic.close();
    rmSync(temporary, { recursive: true, force: true });
  });

  test('what the dentist adds, the dentist and the patient open, and the trail tells of it', async () => {
    const file = await to.added('dentist', ana);
    expect(file).toMatchObject({ name: 'X-ray 46.png', kind: 'png', category: 'x-ray' });
    const { address, cookie } = await to.link('dentist', ana, file);
    expect(cookie).toMatch(/; path=\/charting\/files;.*; samesite=strict; httponly/i);

    const byToken = await to.ask('dentist', address);
    const byMark = await to.ask('', address, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    for (const answer of [byToken, byMark]) {
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('content-disposition')).toBe('inline; filename="X-ray 46.png"');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }

    const own = await to.say('ana', 'GET', '/api/charting/files');
    expect(own.body.data).toMatchObject([{ documentId: file.documentId, addedBy: null }]);
    const opened = await to.ask('ana', await to.ownLink('ana', file));
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(picture);

    const told = (action: string, kind: string) => ({
      action,
      actor_kind: kind,
      patients: [ana.documentId],
    });
    expect(await trail(file)).toEqual([
      told('file.added', 'staff'),
      told('file.read', 'staff'),
      told('file.read', 'staff'),
      told('file.read', 'patient'),
    ]);
  });

  test('a paper is taken home under its name, whatever letters it has', async () => {
    const { body } = await to.send('assistant', ana, paper, {
      name: '..\\..\\Scrisoare medicală "Ștefania": 1.pdf',
      category: 'letter',
    });
    const answer = await to.ask('ana', await to.ownLink('ana', body.data));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="/);
    expect(disposition).toContain(
      `filename*=UTF-8''${encodeURIComponent('Scrisoare medicală Ștefania 1.pdf')}`,
    );
  });

  test('nothing of it can be read in the storage, and what was altered there is not handed out', async () => {
    const file = await to.added('dentist', ana);
    const path = join(folder(), 'files/patients', file.documentId);
    const sealed = readFileSync(path);
    expect(sealed.includes(picture.subarray(0, 16))).toBe(false);
    const { address } = await to.link('dentist', ana, file);
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    writeFileSync(path, sealed);
    const answer = await to.ask('dentist', address);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain(file.documentId);
    await to.say(
      'dentist',
      'POST',
      `/charting/patients/${ana.documentId}/files/${file.documentId}/remove`,
    );
  });

  test('no address of the server leads to the storage', async () => {
    const file = await to.added('dentist', ana);
    for (const path of [
      `/files/patients/${file.documentId}`,
      `/uploads/${file.documentId}`,
      `/uploads/..%2f..%2ffiles%2fpatients%2f${file.documentId}`,
      `/uploads/../../files/patients/${file.documentId}`,
      `/charting/files/..%2f${file.documentId}`,
      `/charting/files/${file.documentId}`,
    ]) {
      const answer = await to.ask('', path);
      expect([path, answer.ok]).toEqual([path, false]);
    }
  });

  test('an address is worth nothing to anybody but who asked, in the session that asked', async () => {
    const file = await to.added('dentist', ana);
    const other = await to.added('dentist', ana);
    const { address, cookie } = await to.link('dentist', ana, file);
    const own = await to.ownLink('ana', file);
    const again = await staffToken(clinic, 'dentist');
    const assistants = await to.link('assistant', ana, file);
    const before = await trail(file);

    const status = async (who: string, path: string, headers = {}) =>
      (await to.ask(who, path, { headers })).status;
    expect(await status('', address)).toBe(401);
    expect(await status('', own)).toBe(403);
    expect(await status('assistant', address)).toBe(404);
    expect(await status('', address, { authorization: `Bearer ${again}` })).toBe(404);
    expect(await status('', address, { cookie: assistants.cookie.split(';')[0] })).toBe(404);
    expect(await status('', address, { cookie: `${cookie.split(';')[0]}x` })).toBe(401);
    expect(await status('ion', own)).toBe(404);
    expect(await status('ana', address)).toBe(401);
    expect(await status('dentist', own)).toBe(403);
    expect(await status('dentist', address.replace(file.documentId, other.documentId))).toBe(404);
    expect(await status('dentist', address.replace(/until=\d+/, 'until=4102444800'))).toBe(404);
    expect(await status('dentist', address.replace(/sign=.{4}/, 'sign=AAAA'))).toBe(404);
    expect(await status('dentist', address.replace(/&sign=.*/, ''))).toBe(400);
    expect(await trail(file)).toEqual(before);
  });

  test('an address is over after two minutes', async () => {
    const file = await to.added('dentist', ana);
    const { address } = await to.link('dentist', ana, file);
    const own = await to.ownLink('ana', file);
    const start = Temporal.Now.instant().add({ seconds: 125 }).toString();
    const later = await clinic.startCms({ CLOCK_START: start });
    for (const [who, path] of [
      ['dentist', address],
      ['ana', own],
    ] as const) {
      const { status, body } = await to.say(who, 'GET', path, later.url);
      expect([status, body.error.code]).toEqual([404, 'LINK_EXPIRED']);
    }
    const tomorrow = await to.link('dentist', ana, file, later.url);
    expect((await to.say('dentist', 'GET', tomorrow.address)).body.error.code).toBe('LINK_EXPIRED');
    expect((await to.ask('dentist', tomorrow.address, {}, later.url)).status).toBe(200);
  });

  test('what was allowed when an address was made is asked again when it is used', async () => {
    const file = await to.added('dentist', ana);
    const { address, cookie } = await to.link('assistant', ana, file);
    const mark = { cookie: cookie.split(';')[0] ?? '' };
    const own = await to.ownLink('ana', file);
    const permission = `action = 'plugin::charting.files.read' and id in (
      select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id where r.code = 'assistant')`;
    await clinic.db.query(
      `update admin_permissions set action = 'plugin::charting.nothing' where ${permission}`,
    );
    expect((await to.ask('', address, { headers: mark })).status).toBe(403);
    await clinic.db.query(
      `update admin_permissions set action = 'plugin::charting.files.read' where action = 'plugin::charting.nothing'`,
    );
    expect((await to.ask('', address, { headers: mark })).status).toBe(200);
    await clinic.db.query('update patient_files set patient_id = $1 where document_id = $2', [
      ion.id,
      file.documentId,
    ]);
    expect((await to.ask('ana', own)).status).toBe(404);
    await clinic.db.query(
      `delete from access_sessions where origin = 'admin' and user_id = (
         select id::text from admin_users where email = 'test-assistant@enamel.test')`,
    );
    expect((await to.ask('', address, { headers: mark })).status).toBe(401);
    const again = await to.say('assistant', 'GET', `/charting/patients/${ana.documentId}/files`);
    expect(again.status).toBe(401);
    tokens.assistant = await staffToken(clinic, 'assistant');
  });

  test('staff of another location neither see nor open them, whatever they know', async () => {
    const there = await clinic.db.query('select id from locations order by id limit 1');
    const { rows: away } = await clinic.db.query(
      `insert into locations (document_id, name, zone, created_at, updated_at)
       values ('elsewhere-of-files', 'Elsewhere', 'Europe/Bucharest', now(), now()) returning id`,
    );
    const file = await to.added('clinic-admin', ana);
    await clinic.db.query(
      `insert into patient_locations (patient_id, location_id, source) values ($1, $2, 'home')`,
      [ana.id, there.rows[0].id],
    );
    const email = await staffWith(clinic, 'location-story');
    await clinic.db.query(
      `with role as (
         insert into admin_roles (document_id, name, code, description, created_at, updated_at)
         values ('location-story-role', 'Story', 'location-story', '', now(), now()) returning id),
       person as (
         insert into admin_users_roles_lnk (user_id, role_id)
         select u.id, role.id from admin_users u, role where u.email = $1),
       made as (
         insert into admin_permissions (document_id, action, subject, properties, conditions, action_parameters, created_at, updated_at)
         select 'location-story-' || n, action, subject, '{}', conditions::jsonb, '{}', now(), now()
         from (values (1, 'plugin::content-manager.explorer.read', 'api::patient.patient', '["plugin::access.own-locations"]'),
           (2, 'plugin::charting.files.read', null, '[]'), (3, 'plugin::charting.files.write', null, '[]'),
           (4, 'plugin::charting.files.remove', null, '[]')) x (n, action, subject, conditions) returning id)
       insert into admin_permissions_role_lnk (permission_id, role_id) select made.id, role.id from made, role`,
      [email],
    );
    await clinic.db.query(
      `delete from staff_places where user_id = (select id from admin_users where email = $1)`,
      [email],
    );
    const place = (location: number) =>
      clinic.db.query(
        `insert into staff_places (user_id, location_id) select id, $2 from admin_users where email = $1`,
        [email, location],
      );
    await place(there.rows[0].id);
    const signedIn = await fetch(`${clinic.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const token = (await signedIn.json()).data.token as string;
    const cluj = speaker(clinic, { desk: token });
    const { address } = await cluj.link('desk', ana, file);
    expect((await cluj.ask('desk', address)).status).toBe(200);
    const before = await kept();

    await clinic.db.query(
      `update staff_places set location_id = $2 where user_id = (select id from admin_users where email = $1)`,
      [email, away[0].id],
    );
    const root = `/charting/patients/${ana.documentId}/files`;
    for (const [method, path] of [
      ['GET', root],
      ['POST', `${root}/${file.documentId}/link`],
      ['POST', `${root}/${file.documentId}/remove`],
      ['GET', address],
    ] as const) {
      const { status, body } = await cluj.say('desk', method, path);
      expect([path, status, body.error.code]).toEqual([path, 404, 'PATIENT_NOT_FOUND']);
    }
    expect((await cluj.send('desk', ana)).status).toBe(404);
    expect(await kept()).toEqual(before);
  });

  test('each role may what it may, and one patient’s way leads to no other’s file', async () => {
    const file = await to.added('dentist', ana);
    const root = `/charting/patients/${ana.documentId}/files`;
    const before = await kept();
    for (const [who, method, path, expected] of [
      ['front-desk', 'GET', root, 403],
      ['front-desk', 'POST', `${root}/${file.documentId}/link`, 403],
      ['front-desk', 'POST', `${root}/${file.documentId}/remove`, 403],
      ['', 'GET', root, 401],
      ['ana', 'GET', root, 401],
      ['', 'GET', '/api/charting/files', 403],
      ['dentist', 'GET', '/api/charting/files', 403],
      ['ion', 'POST', `/api/charting/files/${file.documentId}/link`, 404],
      ['ana', 'POST', '/api/charting/files/nothing/link', 404],
    ] as const)
      expect([who, path, (await to.say(who, method, path)).status]).toEqual([who, path, expected]);
    const foreign = `/charting/patients/${ion.documentId}/files/${file.documentId}`;
    expect((await to.say('clinic-admin', 'POST', `${foreign}/link`)).status).toBe(404);
    expect((await to.say('clinic-admin', 'POST', `${foreign}/remove`)).status).toBe(404);
    for (const who of ['front-desk', '', 'ana'])
      expect((await to.send(who, ana)).status).toBeGreaterThanOrEqual(401);
    expect((await to.say('ion', 'GET', '/api/charting/files')).body.data).not.toContainEqual(
      expect.objectContaining({ documentId: file.documentId }),
    );
    expect(await kept()).toEqual(before);
  });

  const unfit: [string, Buffer | string, object][] = [
    ['a page that is called a picture', page, {}],
    ['a page that is called a paper', page, { name: 'letter.pdf', type: 'application/pdf' }],
    ['a picture that is called a page', picture, { name: 'x.html', type: 'text/html' }],
    ['a program', 'MZ\0\0', { name: 'setup.exe', type: 'application/octet-stream' }],
    ['a picture with a page behind it', Buffer.concat([picture, Buffer.from(page)]), {}],
    ['nothing', '', {}],
    [
      'a paper larger than 20 MB',
      Buffer.concat([paper, Buffer.alloc(20 * 1024 * 1024)]),
      { name: 'a.pdf' },
    ],
    ['a file of a category that nobody named', picture, { category: 'toy' }],
  ];
  test.each(unfit)('%s is refused in words, and nothing is kept', async (_, content, options) => {
    const before = await kept();
    const { status, body } = await to.send('dentist', ana, content, options);
    expect([400, 413]).toContain(status);
    expect(body.error.message.length).toBeGreaterThan(5);
    expect(await kept()).toEqual(before);
  });

  test('what was refused does not stay in the folder for temporary files', async () => {
    await to.added('dentist', ana);
    const before = readdirSync(temporary);
    await to.send('dentist', ana, page);
    await to.send('', ana);
    await to.added('dentist', ana);
    expect(readdirSync(temporary)).toEqual(before);
  });

  test('a patient’s paper does not come into the media library, which everybody may read', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(paper)], { type: 'application/pdf' }), 'a.pdf');
    const answer = await to.ask('clinic-admin', '/upload', { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.message).toContain('must be a PNG or JPEG picture');
  });

  test('bytes that nobody came back for are forgotten after an hour, those that just came are not', async () => {
    const orphans = { late: `f${'1'.repeat(24)}`, fresh: `f${'2'.repeat(24)}` };
    for (const [age, orphan] of [
      ['2 hours', orphans.late],
      ['1 minute', orphans.fresh],
    ] as const) {
      writeFileSync(join(folder(), 'files/patients', orphan), 'sealed');
      await clinic.db.query(
        'insert into discarded_files (document_id, since) values ($1, now() - $2::interval)',
        [orphan, age],
      );
    }
    const file = await to.added('dentist', ana);
    const path = `/charting/patients/${ana.documentId}/files/${file.documentId}/remove`;
    expect((await to.say('dentist', 'POST', path)).status).toBe(200);
    expect(await inTheEnd(() => !stored().includes(orphans.late))).toBe(true);
    expect(stored()).toContain(orphans.fresh);
  });

  test('a copy of one’s data takes the files along', async () => {
    const eva = await makePatient(clinic);
    tokens.eva = await patientToken(clinic, eva);
    await to.added('dentist', eva);
    const exports = '/api/access/privacy/exports';
    const asked = await to.ask('eva', exports, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'en' }),
    });
    expect(asked.status).toBe(202);
    let ready = { id: '', state: '' };
    await inTheEnd(async () => {
      [ready] = (await to.say('eva', 'GET', exports)).body.data;
      return ready.state === 'ready';
    });
    const archive = await to.ask('eva', `${exports}/${ready.id}/archive`);
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    expect(Buffer.from(files['files/001-X-ray 46.png'] ?? [])).toEqual(picture);
    const { data } = JSON.parse(strFromU8(files['data.json'] as Uint8Array));
    expect(data.files).toMatchObject([
      { name: '001-X-ray 46.png', category: 'x-ray', inArchive: true },
    ]);
  });

  test('when two records become one, the files of both are that one’s', async () => {
    const [winner, loser] = [await makePatient(clinic), await makePatient(clinic)];
    const file = await to.added('dentist', loser);
    const answer = await to.ask('clinic-admin', '/access/merges', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        winner: winner.documentId,
        loser: loser.documentId,
        choices: {},
      }),
    });
    expect(answer.status).toBe(201);
    const { address } = await to.link('dentist', winner, file);
    expect((await to.ask('dentist', address)).status).toBe(200);
  });

  test('what is removed is gone, with its bytes and its key', async () => {
    const before = await kept();
    const file = await to.added('dentist', ana);
    const { address } = await to.link('dentist', ana, file);
    const path = `/charting/patients/${ana.documentId}/files/${file.documentId}/remove`;
    expect((await to.say('assistant', 'POST', path)).status).toBe(403);
    const withFile = await kept();
    await clinic.db.query(
      `insert into privacy_holds (patient_id, reason, held_by, held_at) values ($1, 'a suit', 'Test', now())`,
      [ana.documentId],
    );
    const held = await to.say('dentist', 'POST', path);
    expect([held.status, held.body.error.code]).toEqual([409, 'LEGAL_HOLD']);
    expect(await kept()).toEqual(withFile);
    await clinic.db.query('delete from privacy_holds');
    expect((await to.say('dentist', 'POST', path)).status).toBe(200);
    expect(await inTheEnd(() => !stored().includes(file.documentId))).toBe(true);
    expect(await kept()).toEqual(before);
    expect((await to.say('dentist', 'GET', address)).body.error.code).toBe('FILE_NOT_FOUND');
    expect((await to.say('dentist', 'POST', path)).status).toBe(404);
    expect((await trail(file)).map(({ action }) => action)).toEqual(['file.added', 'file.removed']);
  });
});
