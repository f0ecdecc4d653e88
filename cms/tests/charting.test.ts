import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { password, staffToken } from '../../tests/support/people.ts';

interface Body {
  [field: string]: unknown;
}

describe('the chart', () => {
  let clinic: Clinic;
  let tokens: Record<'dentist' | 'assistant' | 'front-desk' | 'clinic-admin', string>;
  let ana: { id: number; documentId: string };
  let radu: { id: number; documentId: string };

  const addPatient = async (firstName: string, email?: string) => {
    const { rows } = await clinic.db.query(
      `insert into patients (document_id, first_name, last_name, date_of_birth, email, created_at, updated_at)
       values ('p' || left(md5(random()::text), 23), $1, 'Chart', '1990-05-04', $2, now(), now())
       returning id, document_id as "documentId"`,
      [firstName, email ?? null],
    );
    if (email) {
      const user = await clinic.db.query(
        `insert into up_users (document_id, username, email, provider, password, confirmed, blocked, created_at, updated_at)
         values ('p' || left(md5(random()::text), 23), $1, $1, 'local', crypt($2, gen_salt('bf', 4)), true, false, now(), now())
         returning id`,
        [email, password],
      );
      await clinic.db.query(
        `insert into up_users_role_lnk (user_id, role_id) select $1, id from up_roles where type = 'authenticated'`,
        [user.rows[0].id],
      );
      await clinic.db.query(
        'insert into patients_account_lnk (patient_id, user_id) values ($1, $2)',
        [rows[0].id, user.rows[0].id],
      );
    }
    return rows[0];
  };

  beforeAll(async () => {
    clinic = await openClinic();
    tokens = {
      dentist: await staffToken(clinic, 'dentist'),
      assistant: await staffToken(clinic, 'assistant'),
      'front-desk': await staffToken(clinic, 'front-desk'),
      'clinic-admin': await staffToken(clinic, 'clinic-admin'),
    };
    ana = await addPatient('Ana', 'ana.chart@enamel.test');
    radu = await addPatient('Radu', 'radu.chart@enamel.test');
  });
  afterAll(() => clinic.close());

  type Role = keyof typeof tokens;

  const post = (role: Role, patient: { documentId: string }, path: string, body: Body = {}) =>
    request(clinic.url)
      .post(`/charting/patients/${patient.documentId}${path}`)
      .set('Authorization', `Bearer ${tokens[role]}`)
      .send(body);
  const get = (role: Role, patient: { documentId: string }, query = '') =>
    request(clinic.url)
      .get(`/charting/patients/${patient.documentId}/chart${query}`)
      .set('Authorization', `Bearer ${tokens[role]}`);

  const tooth = (chart: { teeth: { tooth: string }[] }, number: string) =>
    chart.teeth.find((state) => state.tooth === number) as unknown as Record<string, unknown>;

  /** Everything a failure must leave alone. */
  const written = async () =>
    (
      await clinic.db.query(
        `select (select json_agg(t order by id) from treatments t) as treatments,
           (select json_agg(f order by id) from tooth_findings f) as findings,
           (select count(*) from treatment_steps) as steps`,
      )
    ).rows[0];

  const plan = async (body: Body, patient = ana, role: Role = 'dentist') => {
    const answer = await post(role, patient, '/treatments', body);
    expect([answer.status, answer.body.error]).toEqual([201, undefined]);
    return answer.body.data as {
      documentId: string;
      chart: { teeth: { tooth: string }[]; treatments: Body[] };
    };
  };

  test('caries is found, a filling planned and completed, and the picture follows', async () => {
    const found = await post('dentist', ana, '/findings', {
      tooth: '46',
      surfaces: 'om',
      kind: 'caries',
    }).expect(201);
    expect(tooth(found.body.data.chart, '46').surfaces).toEqual({ M: ['finding'], O: ['finding'] });

    const planned = await plan({
      procedure: 'filling',
      tooth: '46',
      surfaces: 'OM',
      totalPrice: 35000,
      discount: 5000,
    });
    expect(tooth(planned.chart, '46').surfaces).toEqual({
      M: ['finding', 'planned'],
      O: ['finding', 'planned'],
    });

    const path = `/treatments/${planned.documentId}/status`;
    await post('dentist', ana, path, { to: 'in-progress' }).expect(200);
    const done = await post('dentist', ana, path, { to: 'completed' }).expect(200);
    expect(tooth(done.body.data.chart, '46').surfaces).toEqual({ M: ['done'], O: ['done'] });
    const treatment = done.body.data.chart.treatments.find(
      (each: Body) => each.documentId === planned.documentId,
    );
    expect(treatment).toMatchObject({
      surfaces: ['M', 'O'],
      status: 'completed',
      totalPrice: 35000,
      discount: 5000,
      date: done.body.data.chart.today,
    });
    expect(treatment.steps.map((step: Body) => step.to)).toEqual([
      'planned',
      'in-progress',
      'completed',
    ]);
    expect(Math.abs(Date.parse(treatment.completedAt) - Date.now())).toBeLessThan(60_000);

    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const before = await get('dentist', ana, `?at=${yesterday}`).expect(200);
    expect(tooth(before.body.data, '46').surfaces).toEqual({});
  });

  test('completing tells the rest of the house and the trail', async () => {
    const { documentId } = await plan({ procedure: 'crown', tooth: '16', totalPrice: 100 });
    await post('dentist', ana, `/treatments/${documentId}/status`, { to: 'completed' }).expect(200);
    const trail = await clinic.db.query(
      `select action, actor_kind from audit_entries where subject_id = $1 order by id`,
      [documentId],
    );
    expect(trail.rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['create', 'update']),
    );
    const reads = await clinic.db.query(
      `select 1 from audit_entries where action = 'chart.read' and subject_id = $1`,
      [ana.documentId],
    );
    expect(reads.rowCount).toBeGreaterThan(0);
  });

  test('a completed treatment is final, but its author takes it back on the same day', async () => {
    const { documentId } = await plan({ procedure: 'filling', tooth: '36', surfaces: 'O' });
    const at = `/treatments/${documentId}`;
    await post('dentist', ana, `${at}/status`, { to: 'completed' }).expect(200);
    const before = await written();
    const refused = await post('dentist', ana, `${at}/status`, { to: 'planned' }).expect(409);
    expect(refused.body.error.code).toBe('MOVE_REFUSED');
    const notMine = await post('assistant', ana, `${at}/undo`).expect(409);
    expect(notMine.body.error.code).toBe('NOT_THE_AUTHOR');
    expect(await written()).toEqual(before);

    const undone = await post('dentist', ana, `${at}/undo`).expect(200);
    const { chart, documentId: next } = undone.body.data;
    expect(next).not.toBe(documentId);
    expect(tooth(chart, '36').surfaces).toEqual({ O: ['planned'] });
    expect(chart.treatments.find((each: Body) => each.documentId === documentId)).toMatchObject({
      status: 'inactive',
      supersededBy: next,
    });
    await post('dentist', ana, `${at}/undo`).expect(409);
  });

  test('an invoiced treatment and one of another day cannot be taken back', async () => {
    const { documentId } = await plan({ procedure: 'sealant', tooth: '37' });
    const at = `/treatments/${documentId}`;
    await post('dentist', ana, `${at}/status`, { to: 'completed' }).expect(200);
    await clinic.db.query(
      `with made as (insert into invoices (document_id, created_at, updated_at)
         values ('p' || left(md5(random()::text), 23), now(), now()) returning id)
       insert into treatments_invoice_lnk (treatment_id, invoice_id)
       select t.id, made.id from treatments t, made where t.document_id = $1`,
      [documentId],
    );
    const invoiced = await post('dentist', ana, `${at}/undo`).expect(409);
    expect(invoiced.body.error.code).toBe('ALREADY_INVOICED');

    const { documentId: older } = await plan({ procedure: 'sealant', tooth: '47' });
    await post('dentist', ana, `/treatments/${older}/status`, { to: 'completed' }).expect(200);
    await clinic.db.query(
      `with moved as (delete from treatment_steps s using treatments t
         where s.treatment_id = t.id and t.document_id = $1 and s.to_status = 'completed' returning s.*)
       insert into treatment_steps (treatment_id, from_status, to_status, at, actor_kind, actor_id)
       select treatment_id, from_status, to_status, at - interval '2 days', actor_kind, actor_id from moved`,
      [older],
    );
    const late = await post('dentist', ana, `/treatments/${older}/undo`).expect(409);
    expect(late.body.error.code).toBe('UNDO_TOO_LATE');
    await expect(
      clinic.db.query(`update treatment_steps set to_status = 'planned'`),
    ).rejects.toThrow(/never changed/);
  });

  test('what cannot be is refused in words and changes nothing', async () => {
    await plan({ procedure: 'extraction', tooth: '18', status: 'existing' });
    const before = await written();
    const cases: [path: string, body: Body, status: number, code: string, words: RegExp][] = [
      ['/findings', { tooth: '49', kind: 'caries' }, 400, 'TOOTH_UNKNOWN', /no such tooth/],
      [
        '/findings',
        { tooth: '11', surfaces: 'O', kind: 'caries' },
        400,
        'SURFACE_UNKNOWN',
        /Tooth 11, the upper right central incisor, has no occlusal \(O\) surface/,
      ],
      ['/findings', { tooth: '46', surfaces: 'X', kind: 'caries' }, 400, 'SURFACE_UNKNOWN', /“X”/],
      ['/findings', { tooth: '46', kind: 'sadness' }, 400, 'VALIDATION_FAILED', /kind/],
      ['/treatments', { procedure: 'crown' }, 400, 'TOOTH_NEEDED', /one tooth/],
      ['/treatments', { procedure: 'cleaning', surfaces: 'M' }, 400, 'TOOTH_NEEDED', /Surfaces/],
      ['/treatments', { procedure: 'filling', tooth: '46' }, 400, 'SURFACES_NEEDED', /surface/],
      [
        '/treatments',
        { procedure: 'crown', tooth: '46', totalPrice: 100, discount: 101 },
        400,
        'DISCOUNT_WRONG',
        /more than the price/,
      ],
      [
        '/treatments',
        { procedure: 'crown', tooth: '46', totalPrice: -1 },
        400,
        'VALIDATION_FAILED',
        /totalPrice/,
      ],
      [
        '/treatments',
        { procedure: 'crown', tooth: '46', status: 'inactive' },
        400,
        'STATUS_WRONG',
        /begin/,
      ],
      ['/treatments', { procedure: 'crown', tooth: '18' }, 409, 'TOOTH_MISSING', /not there/],
      [
        '/treatments',
        { procedure: 'crown', tooth: '46', appointmentType: 'nothing' },
        400,
        'SERVICE_UNKNOWN',
        /service/,
      ],
      ['/findings/nothing/resolve', {}, 404, 'FINDING_NOT_FOUND', /finding/],
      ['/treatments/nothing/status', { to: 'completed' }, 404, 'TREATMENT_NOT_FOUND', /treatment/],
    ];
    for (const [path, body, status, code, words] of cases) {
      const answer = await post('dentist', ana, path, body);
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, status, code]);
      expect(answer.body.error.message).toMatch(words);
    }
    const nobody = await post('dentist', { documentId: 'nobody' }, '/findings', {
      tooth: '46',
      kind: 'caries',
    }).expect(404);
    expect(nobody.body.error.code).toBe('PATIENT_NOT_FOUND');
    expect(await written()).toEqual(before);
  });

  test('a chart of a day to come is not told', async () => {
    const answer = await get('dentist', ana, '?at=2999-01-01').expect(400);
    expect(answer.body.error.code).toBe('DATE_IN_FUTURE');
    await get('dentist', ana, '?at=yesterday').expect(400);
  });

  test('a finding is resolved once, or superseded by what is right', async () => {
    const first = await post('dentist', radu, '/findings', {
      tooth: '24',
      surfaces: 'D',
      kind: 'caries',
    }).expect(201);
    const wrong = first.body.data.documentId;
    const second = await post('dentist', radu, '/findings', {
      tooth: '24',
      surfaces: 'M',
      kind: 'caries',
      supersedes: wrong,
    }).expect(201);
    expect(tooth(second.body.data.chart, '24').surfaces).toEqual({ M: ['finding'] });
    const old = second.body.data.chart.findings.find((each: Body) => each.documentId === wrong);
    expect(old.supersededBy).toBe(second.body.data.documentId);
    await post('dentist', radu, `/findings/${second.body.data.documentId}/resolve`).expect(200);
    const again = await post('dentist', radu, `/findings/${wrong}/resolve`).expect(409);
    expect(again.body.error.code).toBe('ALREADY_RESOLVED');
  });

  test('entries of one patient are not reached through another', async () => {
    const { documentId } = await plan({ procedure: 'crown', tooth: '25' }, radu);
    const before = await written();
    await post('dentist', ana, `/treatments/${documentId}/status`, { to: 'completed' }).expect(404);
    await post('dentist', ana, `/treatments/${documentId}/undo`).expect(404);
    expect(await written()).toEqual(before);
  });

  test('the price comes from the service when none is given', async () => {
    const { rows } = await clinic.db.query(
      `insert into appointment_types (document_id, name, price, active, procedure, created_at, updated_at)
       values ('p' || left(md5(random()::text), 23), 'Crown visit', 120000, true, 'crown', now(), now())
       returning document_id`,
    );
    const { chart, documentId } = await plan({
      procedure: 'crown',
      tooth: '15',
      appointmentType: rows[0].document_id,
    });
    expect(chart.treatments.find((each) => each.documentId === documentId)).toMatchObject({
      totalPrice: 120000,
      discount: 0,
    });
  });

  test('two completions at the same moment complete once', async () => {
    const { documentId } = await plan({ procedure: 'crown', tooth: '14' }, radu);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        post('dentist', radu, `/treatments/${documentId}/status`, { to: 'completed' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const steps = await clinic.db.query(
      `select to_status from treatment_steps s join treatments t on t.id = s.treatment_id
       where t.document_id = $1 order by s.id`,
      [documentId],
    );
    expect(steps.rows.map(({ to_status }) => to_status)).toEqual(['planned', 'completed']);
  });

  test('the front desk neither reads nor writes the chart, a stranger even less', async () => {
    const before = await written();
    await get('front-desk', ana).expect(403);
    await post('front-desk', ana, '/findings', { tooth: '46', kind: 'caries' }).expect(403);
    await request(clinic.url).get(`/charting/patients/${ana.documentId}/chart`).expect(401);
    await request(clinic.url)
      .post(`/charting/patients/${ana.documentId}/findings`)
      .send({ tooth: '46', kind: 'caries' })
      .expect(401);
    expect(await written()).toEqual(before);
  });

  test('an assistant charts without seeing or setting prices', async () => {
    const chart = await get('assistant', ana).expect(200);
    expect(chart.body.data.currency).toBeNull();
    for (const each of chart.body.data.treatments) expect(each.totalPrice).toBeNull();
    await plan({ procedure: 'cleaning' }, ana, 'assistant');
    const before = await written();
    const refused = await post('assistant', ana, '/treatments', {
      procedure: 'cleaning',
      totalPrice: 1,
    }).expect(403);
    expect(refused.body.error.code).toBe('PRICE_FORBIDDEN');
    expect(await written()).toEqual(before);
  });

  describe('by the generated ways', () => {
    const rest = (method: 'post' | 'put' | 'delete', path: string, data: Body = {}) =>
      request(clinic.url)
        [method](`/api/${path}`)
        .set('Authorization', `Bearer ${tokens['clinic-admin']}`)
        .send({ data });
    const treatments = 'treatments';
    const findings = 'tooth-findings';
    const belongs = () => ({ connect: [{ documentId: ana.documentId }] });

    test('generated REST passes the same rules', async () => {
      const before = await written();
      const surface = await rest('post', findings, {
        patient: belongs(),
        toothNumber: '11',
        surfaces: 'O',
        kind: 'caries',
        foundAt: new Date().toISOString(),
      }).expect(400);
      expect(surface.body.error.code).toBe('SURFACE_UNKNOWN');
      const orphan = await rest('post', treatments, {
        procedure: 'crown',
        toothNumber: '46',
        status: 'planned',
        totalPrice: 0,
      }).expect(400);
      expect(orphan.body.error).toMatchObject({ code: 'PATIENT_NEEDED' });
      const ahead = await rest('post', treatments, {
        patient: belongs(),
        procedure: 'crown',
        toothNumber: '46',
        status: 'completed',
        completedAt: '2999-01-01T00:00:00.000Z',
        totalPrice: 0,
      }).expect(400);
      expect(ahead.body.error.code).toBe('DATE_IN_FUTURE');
      expect(await written()).toEqual(before);
    });

    test('generated REST cannot rewrite history', async () => {
      const made = await rest('post', treatments, {
        patient: belongs(),
        procedure: 'filling',
        toothNumber: '26',
        surfaces: 'DO',
        status: 'completed',
        totalPrice: 100,
      });
      expect([made.status, made.body.error]).toEqual([201, undefined]);
      const { documentId } = made.body.data;
      const before = await written();
      const price = await rest('put', `${treatments}/${documentId}`, { totalPrice: 1 }).expect(409);
      expect(price.body.error.code).toBe('TREATMENT_FINAL');
      const back = await rest('put', `${treatments}/${documentId}`, { status: 'planned' });
      expect([back.status, back.body.error?.code]).toEqual([409, 'MOVE_REFUSED']);
      expect(await written()).toEqual(before);
      await rest('put', `${treatments}/${documentId}`, { notes: 'Calm patient' }).expect(200);

      const found = await post('dentist', ana, '/findings', {
        tooth: '27',
        surfaces: 'O',
        kind: 'caries',
      }).expect(201);
      const path = `${findings}/${found.body.data.documentId}`;
      const moved = await rest('put', path, { toothNumber: '28' });
      expect([moved.status, moved.body.error?.code]).toEqual([409, 'CHART_IS_A_HISTORY']);
    });

    test('the database holds the last word', async () => {
      await expect(
        clinic.db.query(`update treatments set surfaces = 'I' where tooth_number = '46'`),
      ).rejects.toThrow(/treatments_tooth_fits/);
      await expect(
        clinic.db.query('update treatments set discount = total_price + 1'),
      ).rejects.toThrow(/treatments_price_is_whole/);
    });
  });

  describe('for the patient', () => {
    const signIn = async (email: string) =>
      (
        await request(clinic.url)
          .post('/api/auth/local')
          .send({ identifier: email, password })
          .expect(200)
      ).body.jwt as string;
    const own = (token: string) =>
      request(clinic.url).get('/api/charting/record').set('Authorization', `Bearer ${token}`);

    test('each sees the own chart only, without notes', async () => {
      await plan({ procedure: 'veneer', tooth: '21', notes: 'private words' }, radu);
      const ofAna = await own(await signIn('ana.chart@enamel.test')).expect(200);
      const ofRadu = await own(await signIn('radu.chart@enamel.test')).expect(200);
      expect(tooth(ofAna.body.data, '46').surfaces).toEqual({ M: ['done'], O: ['done'] });
      expect(tooth(ofRadu.body.data, '46').surfaces).toEqual({});
      expect(tooth(ofRadu.body.data, '21').surfaces).toEqual({ F: ['planned'] });
      expect(JSON.stringify(ofRadu.body)).not.toContain('private words');
      expect(ofAna.body.data.treatments.some((each: Body) => each.status === 'inactive')).toBe(
        false,
      );
    });

    test('no patient reaches staff routes; no stranger and no staff the own record', async () => {
      const token = await signIn('ana.chart@enamel.test');
      await request(clinic.url)
        .get(`/charting/patients/${ana.documentId}/chart`)
        .set('Authorization', `Bearer ${token}`)
        .expect(401);
      const stranger = await request(clinic.url).get('/api/charting/record');
      expect([401, 403]).toContain(stranger.status);
      const staff = await own(tokens.dentist);
      expect([401, 403]).toContain(staff.status);
    });
  });
});
