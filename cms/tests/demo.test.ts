import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';

const password = 'Enamel-demo-2026';

describe('the demo clinic', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  const one = async <T>(sql: string): Promise<T> => (await clinic.db.query(sql)).rows[0];
  const count = async (what: string): Promise<number> =>
    Number((await one<{ count: string }>(`select count(*) from ${what}`)).count);

  test('has the places, people and services of its catalogue', async () => {
    expect(await count('clinics')).toBe(1);
    expect(await count('locations')).toBe(2);
    expect(await count(`practitioners where profession <> 'assistant'`)).toBe(5);
    expect(await count(`practitioners where profession = 'assistant'`)).toBe(2);
    expect(await count('chairs')).toBe(6);
    expect(await count('appointment_types')).toBe(14);
    expect(await count('appointment_types where online_bookable')).toBeGreaterThanOrEqual(8);
    expect(await count('patients')).toBe(600);
    expect(await count('(select distinct key from questionnaires) as forms')).toBe(2);
    expect(await count('questionnaires')).toBe(4);
    expect(await count(`message_templates where language = 'ro'`)).toBe(
      await count(`message_templates where language = 'en'`),
    );
    expect(await count(`time_offs where kind = 'holiday'`)).toBeGreaterThan(20);
  });

  test('has a logo that anybody can see', async () => {
    const { url } = await one<{ url: string }>(
      `select f.url from files f join files_related_mph r on r.file_id = f.id and r.field = 'logo'`,
    );
    const { headers } = await request(clinic.url).get(url).expect(200);
    expect(headers['content-type']).toBe('image/png');
  });

  test('every service is named in both languages', async () => {
    expect(
      await count(
        `appointment_types t join appointment_types_cmps j on j.entity_id = t.id and j.field = 'translations'`,
      ),
    ).toBe(28);
  });

  test('families share a phone, and somebody pays for the children', async () => {
    expect(
      await count(
        '(select mobile_number from patients group by 1 having count(*) > 2) as families',
      ),
    ).toBeGreaterThan(40);
    const children = `patients p where date_of_birth > current_date - interval '16 years'`;
    expect(await count(children)).toBeGreaterThan(30);
    expect(
      await count(
        `${children} and not exists (select from patients_guarantor_lnk l where l.patient_id = p.id)`,
      ),
    ).toBe(0);
    expect(
      await count(
        `${children} and not exists (select from patient_relations r where r.patient_id = p.id and r.kind = 'guardian')`,
      ),
    ).toBe(0);
  });

  test('six months of visits lie behind and two ahead, each with all it needs', async () => {
    const { first, last } = await one<{ first: number; last: number }>(
      `select extract(day from now() - min(starts_at))::int as first,
              extract(day from max(ends_at) - now())::int as last from appointments`,
    );
    expect(first).toBeGreaterThan(175);
    expect(last).toBeGreaterThan(55);
    const visits = await count('appointments');
    for (const end of ['patient', 'practitioner', 'location', 'chair', 'appointment_type'])
      expect(await count(`appointments_${end}_lnk`)).toBe(visits);
  });

  test('each visit that takes place claims practitioner, chair and patient; nobody twice', async () => {
    expect(await count('time_claims')).toBe(
      3 * (await count(`appointments where status not in ('cancelled', 'no-show')`)),
    );
    expect(
      await count(
        `appointments a
           join appointments_practitioner_lnk x on x.appointment_id = a.id
           join appointments_practitioner_lnk y on y.practitioner_id = x.practitioner_id and y.appointment_id > a.id
           join appointments b on b.id = y.appointment_id
          where a.status not in ('cancelled', 'no-show') and b.status not in ('cancelled', 'no-show')
            and tsrange(a.starts_at, a.ends_at) && tsrange(b.starts_at, b.ends_at)`,
      ),
    ).toBe(0);
  });

  test('the days are 60 to 80 % full', async () => {
    const { load } = await one<{ load: number }>(`
      with days as (
        select day::date from generate_series(current_date - 150, current_date + 50, interval '1 day') as day
      ), hours as (
        select sum(extract(epoch from h.end_time - h.start_time)) as seconds
          from days
          join working_hours_entries h on trim(to_char(day, 'day')) = h.day_of_week
          join working_hours_entries_practitioner_lnk pl on pl.working_hours_id = h.id
          join working_hours_entries_location_lnk ll on ll.working_hours_id = h.id
          join practitioners p on p.id = pl.practitioner_id and p.profession <> 'assistant'
         where not exists (
           select from time_offs t
             left join time_offs_practitioner_lnk tp on tp.time_off_id = t.id
             left join time_offs_location_lnk tl on tl.time_off_id = t.id
            where (tp.practitioner_id = p.id or tl.location_id = ll.location_id)
              and (day + time '12:00') between t.starts_at and t.ends_at)
      ), used as (
        select sum(extract(epoch from upper(during) - lower(during))) as seconds from time_claims
         where resource_kind = 'practitioner'
           and lower(during)::date between current_date - 150 and current_date + 50
      )
      select (used.seconds / hours.seconds)::float as load from used, hours`);
    expect(load).toBeGreaterThan(0.6);
    expect(load).toBeLessThan(0.8);
  });

  test('invoices are numbered without a gap, in order of issue, and add up', async () => {
    const { rows } = await clinic.db.query(
      'select number, total, status from invoices order by created_at, number',
    );
    expect(rows.length).toBeGreaterThan(1000);
    const years = new Map<string, number>();
    const expected = rows.map(({ number }) => {
      const year = number.slice(4, 8);
      years.set(year, (years.get(year) ?? 0) + 1);
      return `ENM-${year}-${String(years.get(year)).padStart(6, '0')}`;
    });
    expect(rows.map(({ number }) => number)).toEqual(expected);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['issued', 'paid', 'void']));
    expect(
      await count(
        `invoices i where total <> (
           select sum(amount) from components_billing_invoice_lines l
             join invoices_cmps j on j.cmp_id = l.id and j.field = 'lines' where j.entity_id = i.id)`,
      ),
    ).toBe(0);
    expect(
      await count(
        `invoices i left join payments_invoice_lnk l on l.invoice_id = i.id left join payments p on p.id = l.payment_id
          where (i.status = 'paid') <> (p.amount is not null and p.amount = i.total)`,
      ),
    ).toBe(0);
  });

  test('the chart tells of teeth that exist, with surfaces in order', async () => {
    expect(await count('treatments')).toBeGreaterThan(2000);
    expect(await count('tooth_findings')).toBeGreaterThan(500);
    expect(
      await count(
        `(select tooth_number from treatments union all select tooth_number from tooth_findings) as teeth
          where tooth_number !~ '^([1-4][1-8]|[5-8][1-5])$'`,
      ),
    ).toBe(0);
  });

  test.each(['admin', 'dentist', 'assistant', 'desk', 'super'])(
    '%s@enamel.test signs in to the panel',
    async (name) => {
      const { body } = await request(clinic.url)
        .post('/admin/login')
        .send({ email: `${name}@enamel.test`, password })
        .expect(200);
      expect(body.data.token).toEqual(expect.any(String));
    },
  );

  test('the portal patient has a past, a future, a chart and one open invoice', async () => {
    await request(clinic.url)
      .post('/api/auth/local')
      .send({ identifier: 'patient@enamel.test', password })
      .expect(200);
    const own = `join patients_account_lnk a on true join up_users u on u.id = a.user_id
                   and u.email = 'patient@enamel.test'`;
    const visits = `appointments v ${own} join appointments_patient_lnk l
                      on l.appointment_id = v.id and l.patient_id = a.patient_id`;
    expect(await count(`${visits} where v.status = 'completed'`)).toBeGreaterThan(3);
    expect(await count(`${visits} where v.status = 'confirmed' and v.starts_at > now()`)).toBe(2);
    expect(
      await count(
        `treatments t ${own} join treatments_patient_lnk l
           on l.treatment_id = t.id and l.patient_id = a.patient_id
          where t.tooth_number is not null`,
      ),
    ).toBeGreaterThan(2);
    expect(
      await count(
        `invoices i ${own} join invoices_patient_lnk l
           on l.invoice_id = i.id and l.patient_id = a.patient_id where i.status = 'issued'`,
      ),
    ).toBe(1);
  });
});
