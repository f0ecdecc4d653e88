import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { rotateKeys } from '../../tests/support/keys.ts';
import { newDocumentId } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

/** Tables that tell of a merge, or of what happened, and keep the id of then. */
const telling = ['audit_entries', 'patient_merges', 'patient_pairs', 'patients', 'booking_keys'];
/** What changes whenever somebody does anything. */
const restless =
  /^(audit_|patient_merges|patient_pairs|access_sessions|strapi_sessions|rate_windows|strapi_core_store|schedule_changes)/;

describe('two records of one person', () => {
  let clinic: Clinic;
  let desk: string;

  const call = (method: 'get' | 'post', path: string, body?: object, token = desk) => {
    const asked = request(clinic.url)[method](path).set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };
  const query = async (sql: string, values: unknown[] = []) =>
    (await clinic.db.query(sql, values)).rows;

  const tables = async (): Promise<string[]> =>
    (
      await query(
        `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
      )
    ).map(({ name }) => name);

  /** Every row of the database, table by table; of what is sealed where it stands, since no text is sealed twice alike. */
  const everything = async () => {
    const found: Record<string, string> = {};
    for (const table of await tables())
      if (!restless.test(table))
        found[table] = (
          await query(
            `select count(*) || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all
             from ${table === 'sealed_fields' ? '(select noun, record, field, blind from sealed_fields)' : `"${table}"`} t`,
          )
        )[0].all;
    return found;
  };

  const tablesThatName = async (documentId: string): Promise<string[]> => {
    const found: string[] = [];
    for (const table of await tables()) {
      const rows = await query(`select from "${table}" t where t::text like $1 limit 1`, [
        `%${documentId}%`,
      ]);
      if (rows.length > 0 && !telling.includes(table)) found.push(table);
    }
    return found;
  };

  const add = async (
    about: Record<string, unknown>,
  ): Promise<{ id: number; documentId: string }> => {
    const documentId = newDocumentId();
    const columns = {
      document_id: documentId,
      first_name: 'Ilinca',
      last_name: 'Zbârcea',
      archived: false,
      ...about,
    };
    const names = Object.keys(columns);
    const [{ id }] = await query(
      `insert into patients (${names.join(', ')}, created_at, updated_at, published_at)
       values (${names.map((_, n) => `$${n + 1}`).join(', ')}, now(), now(), now()) returning id`,
      Object.values(columns),
    );
    return { id, documentId };
  };

  /** Rows of all kinds that do not come with the demo clinic. */
  const furnish = async ({ id, documentId }: { id: number; documentId: string }) => {
    await query(
      `insert into access_links (digest, purpose, patient_id, issued_at, expires_at)
       values (sha256($1::bytea), 'intake', $2, now(), now() + interval '1 day')`,
      [documentId, documentId],
    );
    await query(
      `insert into calendar_feeds (id, digest, kind, owner_id, language, made_at, made_by_kind, made_by_id)
       values ($3, sha256($2::bytea), 'patient', $1, 'ro', now(), 'patient', 'whoever')`,
      [documentId, `feed ${documentId}`, newDocumentId()],
    );
    await query(
      `insert into holds (id, source, type, location, practitioner, chair, patient, starts_at, ends_at, expires_at, created_at)
       values ($2, 'booking', 't', 'l', 'p', 'c', $1, now(), now() + interval '1 hour', now(), now())`,
      [documentId, newDocumentId()],
    );
    await query(
      `insert into wait_list_offers (id, source, patient_id, appointment_type_id, location_id, practitioner_id, starts_at,
         ends_at, hold_id, chain_id, then_next, state, offered_at, expires_at, settled_at)
       values ($2, 'wait-list', $1, 't', 'l', 'p', now(), now() + interval '1 hour', 'h', $2, false,
         'declined', now(), now(), now())`,
      [documentId, newDocumentId()],
    );
    await query(
      `insert into time_claims (resource_kind, resource_id, during, source_kind, source_id)
       values ('patient', $1, tstzrange(now() - interval '9 days', now() - interval '9 days' + interval '1 hour'), 'block', $2)`,
      [documentId, newDocumentId()],
    );
    await query('insert into merge_story_notes (patient_id, note) values ($1, $2)', [id, 'a']);
    await query('insert into merge_story_marks (patient_id, mark) values ($1, $2)', [
      documentId,
      newDocumentId(),
    ]);
  };

  const merge = (winner: string, loser: string, choices = {}) =>
    call('post', '/access/merges', { winner, loser, choices });
  const undo = (id: string) => call('post', `/access/merges/${id}/undo`);

  beforeAll(async () => {
    clinic = await openClinic();
    desk = await staffToken(clinic, 'clinic-admin');
    // Nobody writes messages meanwhile, nor sends those that wait.
    await query(
      `create function no_message() returns trigger language plpgsql as 'begin return null; end'`,
    );
    await query(
      'create trigger no_message before insert on deliveries for each row execute function no_message()',
    );
    await query(
      `update deliveries set state = 'skipped', lease_id = null, lease_until = null
       where state in ('queued', 'leased', 'handing-over')`,
    );
    // Nouns to come.
    await query(
      'create table merge_story_notes (id serial primary key, patient_id integer references patients (id), note text)',
    );
    await query(
      'create table merge_story_marks (patient_id text, mark text, primary key (patient_id, mark))',
    );
  });
  afterAll(() => clinic.close());

  test('are found with their reasons, the surest first, and a family is not', async () => {
    const born = { date_of_birth: '1984-03-02' };
    const one = await add({ ...born, mobile_number: '0745 111 222' });
    const other = await add({ ...born, last_name: 'Zbarcia', mobile_number: '+40745111222' });
    await add({ first_name: 'Gigel', ...born, mobile_number: '0745111222' });
    const { body } = await call('get', `/access/duplicates?patient=${one.documentId}`).expect(200);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      reasons: ['similar-name', 'birth', 'phone'],
      one: { documentId: one.documentId },
      other: { documentId: other.documentId },
    });
    await call('post', '/access/duplicates/apart', {
      one: other.documentId,
      other: one.documentId,
    }).expect(200);
    await query('update patients set updated_at = now() where id = $1', [one.id]);
    const { body: later } = await call('get', `/access/duplicates?patient=${one.documentId}`);
    expect(later.data).toEqual([]);
  });

  test('become one, field by field, and one again becomes two', async () => {
    const winner = await add({ email: 'ilinca@stories.test', notes: 'Calm', sms_reminders: true });
    const loser = await add({
      city: 'Turda',
      notes: 'Late',
      sms_reminders: false,
      last_name: 'Z.',
    });
    await furnish(winner);
    await furnish(loser);
    const before = await everything();
    const preview = await call(
      'get',
      `/access/merges/preview?winner=${winner.documentId}&loser=${loser.documentId}`,
    ).expect(200);
    expect(
      preview.body.data.fields.map(({ name, usual }: Record<string, string>) => [name, usual]),
    ).toEqual([
      ['lastName', 'winner'],
      ['email', 'winner'],
      ['city', 'loser'],
      ['notes', 'both'],
      ['smsReminders', 'loser'],
    ]);
    expect(preview.body.data.moves).toMatchObject({ merge_story_notes: 1, merge_story_marks: 1 });
    expect(await everything()).toEqual(before);

    const { body } = await merge(winner.documentId, loser.documentId, { lastName: 'loser' }).expect(
      201,
    );
    const [kept] = await query('select * from patients where id = $1', [winner.id]);
    expect(kept).toMatchObject({
      last_name: 'Z.',
      city: 'Turda',
      notes: 'Calm\n\nLate',
      sms_reminders: false,
      email: 'ilinca@stories.test',
    });
    expect(await tablesThatName(loser.documentId)).toEqual([]);
    const opened = await call('get', `/access/patients/${loser.documentId}`).expect(200);
    expect(opened.body.data.documentId).toBe(winner.documentId);
    const [told] = await query(
      `select patients, detail from audit_entries where action = 'patient.merge' order by id desc limit 1`,
    );
    expect(told.patients).toEqual([winner.documentId, loser.documentId]);
    expect(JSON.stringify(told.detail)).not.toMatch(/Calm|Turda/);

    await undo(body.data.id).expect(200);
    expect(await everything()).toEqual(before);
    const again = await undo(body.data.id);
    expect([again.status, again.body.error.code]).toEqual([409, 'MERGE_UNDONE']);
  });

  test('whoever they are: after a merge and its undo every row is what it was', async () => {
    const people = await query(
      `select p.document_id as id from patients p
       where p.archived is not true and p.document_id not like 's%' order by md5(p.document_id) limit 16`,
    );
    let merged = 0;
    for (let n = 0; n + 1 < people.length; n += 2) {
      const [winner, loser] = [people[n].id, people[n + 1].id];
      const before = await everything();
      const answer = await merge(winner, loser);
      if (answer.status === 409) {
        expect(answer.body.error.code).toBe('VISITS_OVERLAP');
        expect(await everything()).toEqual(before);
        continue;
      }
      expect(answer.status).toBe(201);
      merged += 1;
      expect(await tablesThatName(loser)).toEqual([]);
      await undo(answer.body.data.id).expect(200);
      expect(await everything()).toEqual(before);
    }
    expect(merged).toBeGreaterThan(4);
  });

  test('what changed since cannot be taken back, and nothing is', async () => {
    const winner = await add({});
    const loser = await add({ city: 'Dej' });
    await furnish(loser);
    const { body } = await merge(winner.documentId, loser.documentId).expect(201);
    await query(`update patients set city = 'Gherla' where id = $1`, [winner.id]);
    const before = await everything();
    const refused = await undo(body.data.id);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'CHANGED_SINCE']);
    expect(await everything()).toEqual(before);
    await query(`update patients set city = 'Dej' where id = $1`, [winner.id]);
    await undo(body.data.id).expect(200);
  });

  test('an account, a family and alerts come along; a chain is undone from its end', async () => {
    const [one, two, three] = [await add({}), await add({}), await add({})];
    const child = await add({ first_name: 'Mic' });
    await query('insert into patients_guarantor_lnk (patient_id, inv_patient_id) values ($1, $2)', [
      child.id,
      two.id,
    ]);
    await query(
      `with made as (insert into components_clinic_alerts (kind, text, severity) values ('allergy', 'Latex', 'high') returning id)
       insert into patients_cmps (entity_id, cmp_id, component_type, field, "order")
       select $1::integer, id, 'clinic.alert', 'alerts', 1 from made`,
      [two.id],
    );
    const relate = (patient: { id: number }, relative: { id: number }) =>
      query(
        `insert into patient_relations (id, patient_id, relative_id, kind, made_at, made_by, confirmed_at, confirmed_by)
         values ($1, $2, $3, 'guardian', now(), '1', now(), '1')`,
        [newDocumentId(), patient.id, relative.id],
      );
    await relate(child, one);
    await relate(child, two);
    await relate(two, one);
    await relate(two, three);
    const before = await everything();
    const first = await merge(one.documentId, two.documentId).expect(201);
    const opened = await call('get', `/access/patients/${child.documentId}`);
    expect(opened.body.data.guarantor.documentId).toBe(one.documentId);
    const patient = await call('get', `/access/patients/${two.documentId}`);
    expect(patient.body.data.alerts).toEqual([
      { kind: 'allergy', text: 'Latex', severity: 'high' },
    ]);
    const second = await merge(three.documentId, one.documentId).expect(201);
    const chained = await call('get', `/access/patients/${two.documentId}`);
    expect(chained.body.data.documentId).toBe(three.documentId);
    const early = await undo(first.body.data.id);
    expect([early.status, early.body.error.code]).toEqual([409, 'MERGED_AGAIN']);
    await undo(second.body.data.id).expect(200);
    await undo(first.body.data.id).expect(200);
    expect(await everything()).toEqual(before);
  });

  test('no column that tells of patients is forgotten', async () => {
    const forgotten = await query(
      `select c.relname || '.' || a.attname as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
         and a.attname ~ 'patient' and not exists (
           select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid
             and f.confrelid = 'patients'::regclass and f.conkey = array[a.attnum])
         and not (a.attname in ('patient', 'patient_id') and a.atttypid in ('text'::regtype, 'varchar'::regtype))
       order by 1`,
    );
    // The trail stays as it was told; when patients were told of a breach, and how far one has looked, is nobody's.
    expect(forgotten.map(({ name }) => name)).toEqual([
      'audit_entries.patients',
      'data_breaches.patients_notified_at',
      'patient_pairs_seen.patient_id',
    ]);
  });

  test('after thirty days a merge stands', async () => {
    const [one, two] = [await add({ city: 'Aiud' }), await add({ city: 'Blaj' })];
    const { body } = await merge(one.documentId, two.documentId).expect(201);
    const late = new Date(Date.now() + 31 * 86_400_000).toISOString();
    const { url } = await clinic.startCms({ CLOCK_START: late });
    const token = await staffToken({ ...clinic, url }, 'clinic-admin');
    const refused = await request(url)
      .post(`/access/merges/${body.data.id}/undo`)
      .set('authorization', `Bearer ${token}`);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'UNDO_TOO_LATE']);
    const opened = await call('get', `/access/patients/${two.documentId}`);
    expect(opened.body.data.documentId).toBe(one.documentId);
  });

  const written = (method: 'get' | 'put', { documentId }: { documentId: string }, data = {}) =>
    request(clinic.url)
      [method](`/api/patients/${documentId}`)
      .set('authorization', `Bearer ${desk}`)
      .send(method === 'put' ? { data } : undefined)
      .expect(200);
  const preview = async (winner: string, loser: string, token = desk) =>
    (
      await call(
        'get',
        `/access/merges/preview?${new URLSearchParams({ winner, loser })}`,
        undefined,
        token,
      ).expect(200)
    ).body.data.fields;

  test('what is sealed is shown, sealed anew for the winner, and opens again for the loser', async () => {
    const [one, two] = [await add({}), await add({})];
    await written('put', two, {
      nationalId: '2850101223344',
      sensitiveNotes: 'Afraid of needles',
    });
    await written('put', one, { sensitiveNotes: 'Hears badly' });
    const before = await everything();
    expect(await preview(one.documentId, two.documentId)).toMatchObject([
      { name: 'nationalId', winner: null, loser: '2850101223344', usual: 'loser' },
      { name: 'sensitiveNotes', winner: 'Hears badly', loser: 'Afraid of needles', usual: 'both' },
    ]);
    const { body } = await merge(one.documentId, two.documentId).expect(201);
    expect((await written('get', one)).body.data).toMatchObject({
      nationalId: '2850101223344',
      sensitiveNotes: 'Hears badly\n\nAfraid of needles',
    });
    const [{ journal }] = await query(
      'select journal::text from patient_merges where loser_id = $1',
      [two.documentId],
    );
    expect(journal).not.toMatch(/2850101|needles/);
    await undo(body.data.id).expect(200);
    expect(await everything()).toEqual(before);
    expect((await written('get', one)).body.data).toMatchObject({
      nationalId: null,
      sensitiveNotes: 'Hears badly',
    });
    expect((await written('get', two)).body.data.nationalId).toBe('2850101223344');
  });

  test('two national ids are of two people, and long notes of two records, until somebody chooses', async () => {
    const [one, two] = [await add({}), await add({})];
    const [mine, theirs] = ['a'.repeat(6000), 'b'.repeat(6000)];
    await written('put', one, { nationalId: '2850101223344', sensitiveNotes: mine });
    await written('put', two, { nationalId: '2850101223345', sensitiveNotes: theirs });
    const frontDesk = await staffToken(clinic, 'front-desk');
    const before = await everything();
    const doubts = { usual: null, choices: ['winner', 'loser'] };
    expect(await preview(one.documentId, two.documentId)).toMatchObject([
      { name: 'nationalId', doubt: 'two-people', hidden: false, loser: '2850101223345', ...doubts },
      { name: 'sensitiveNotes', doubt: 'too-long', hidden: false, loser: theirs, ...doubts },
    ]);
    expect((await preview(one.documentId, two.documentId, frontDesk))[1]).toMatchObject({
      name: 'sensitiveNotes',
      hidden: true,
      winner: null,
      loser: null,
    });
    for (const [choices, code, field] of [
      [{}, 'NATIONAL_IDS_DIFFER', 'nationalId'],
      [{ nationalId: 'loser' }, 'BOTH_TOO_LONG', 'sensitiveNotes'],
      [{ nationalId: 'loser', sensitiveNotes: 'both' }, 'BOTH_TOO_LONG', 'sensitiveNotes'],
    ] as const) {
      const { status, body } = await merge(one.documentId, two.documentId, choices);
      expect([status, body.error.code]).toEqual([409, code]);
      expect(body.error.details.fields[0].field).toBe(`choices.${field}`);
    }
    expect(await everything()).toEqual(before);
    const choices = { nationalId: 'loser', sensitiveNotes: 'winner' };
    const { body } = await merge(one.documentId, two.documentId, choices).expect(201);
    expect((await written('get', one)).body.data).toMatchObject({
      nationalId: '2850101223345',
      sensitiveNotes: mine,
    });
    await undo(body.data.id).expect(200);
    expect(await everything()).toEqual(before);
  });

  test('a merge is undone with other keys than it was made with, and no secret of it stays', async () => {
    const [one, two] = [await add({}), await add({})];
    await written('put', one, { sensitiveNotes: 'Hears badly' });
    await written('put', two, { sensitiveNotes: 'Afraid of needles' });
    const { body } = await merge(one.documentId, two.documentId).expect(201);
    const [old, fresh] = [secrets.FIELD_KEYS ?? '', 'a-fresh-key-of-the-next-year'];
    expect((await rotateKeys(clinic, `${fresh},${old}`)).code).toBe(0);
    const { url } = await clinic.startCms({ FIELD_KEYS: fresh });
    const token = await staffToken({ ...clinic, url }, 'clinic-admin');
    await request(url)
      .post(`/access/merges/${body.data.id}/undo`)
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    expect((await rotateKeys(clinic, `${old},${fresh}`)).code).toBe(0);
    expect((await written('get', one)).body.data.sensitiveNotes).toBe('Hears badly');
    expect(await query("select from sealed_fields where noun = 'patient-merge'")).toEqual([]);
  });

  test('two at once: one merges, the other finds it done', async () => {
    const [one, two] = [await add({}), await add({})];
    const answers = await Promise.all([
      merge(one.documentId, two.documentId),
      merge(two.documentId, one.documentId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('a pair that was merged and taken apart is a pair again', async () => {
    const about = { first_name: 'Zaharia', date_of_birth: '1991-07-05' };
    const [one, two] = [await add(about), await add(about)];
    // The same year, and the month of one as the day of the other: that is no slip of the pen.
    await add({ ...about, date_of_birth: '1991-05-18' });
    const pairs = async () =>
      (await call('get', `/access/duplicates?patient=${one.documentId}`)).body.data.length;
    expect(await pairs()).toBe(1);
    const { body } = await merge(one.documentId, two.documentId).expect(201);
    expect(await pairs()).toBe(0);
    await undo(body.data.id).expect(200);
    expect(await pairs()).toBe(1);
  });

  test('what cannot be merged is refused in words, and by whom it may not be', async () => {
    const one = await add({});
    const same = await merge(one.documentId, one.documentId);
    expect([same.status, same.body.error.code]).toEqual([400, 'ONE_PATIENT']);
    const unknown = await merge(one.documentId, 'nobody');
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'PATIENT_NOT_FOUND']);
    const other = await add({});
    const stray = await merge(one.documentId, other.documentId, { colour: 'loser' });
    expect([stray.status, stray.body.error.code]).toEqual([400, 'NOTHING_TO_CHOOSE']);
    const none = await undo('nothing');
    expect([none.status, none.body.error.code]).toEqual([404, 'MERGE_NOT_FOUND']);
    const dentist = await staffToken(clinic, 'dentist');
    const wish = { winner: one.documentId, loser: other.documentId };
    await call('post', '/access/merges', wish, dentist).expect(403);
    await call('get', '/access/duplicates', undefined, dentist).expect(403);
    await request(clinic.url).post('/access/merges').send(wish).expect(401);
  });
});
