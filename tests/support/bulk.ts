/** Years of visits in one go, for benches: written past triggers and indexes, which are put back afterwards. */
import type pg from 'pg';
import { addLocation, idOf, weekdays } from './schedule.ts';

const practitionersOfPlace = 10;
const places = 20;
const everyone = places * practitionersOfPlace;
const patients = everyone * 25;
const placeNamed = (n: number): string => `Bulk ${n}`;
export const bulkPlace = placeNamed(0);
export const bulkType = idOf(`${bulkPlace} visit`);

const tables = [
  'appointments',
  'appointments_patient_lnk',
  'appointments_practitioner_lnk',
  'appointments_chair_lnk',
  'appointments_location_lnk',
  'appointments_appointment_type_lnk',
  'time_claims',
];

interface Index {
  readonly name: string;
  readonly table: string;
  readonly definition: string;
  readonly rules: boolean;
}

/**
 * Does `work` while the tables have no index but their primary keys. What judged by one is an index alone afterwards: to
 * put a rule back, PostgreSQL would look at every row again.
 */
const withoutIndexes = async (client: pg.PoolClient, work: () => Promise<void>) => {
  const { rows } = await client.query<Index>(
    `select c.relname as name, t.relname as table, pg_get_indexdef(c.oid) as definition,
       r.oid is not null as rules
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     left join pg_constraint r on r.conindid = c.oid and r.conrelid = t.oid
     where t.relname = any ($1) and not i.indisprimary`,
    [tables],
  );
  for (const { name, table, rules } of rows)
    await client.query(
      rules ? `alter table "${table}" drop constraint "${name}"` : `drop index "${name}"`,
    );
  await work();
  for (const { definition } of rows) await client.query(definition);
};

/** Twenty places of ten people each, with as many chairs, and patients enough that nobody is at two places at once. */
export const addPlaces = async (db: pg.Pool): Promise<void> => {
  for (let n = 0; n < places; n++)
    await addLocation(db, placeNamed(n), {
      zone: 'Europe/Bucharest',
      chairs: practitionersOfPlace,
      practitioners: Array.from({ length: practitionersOfPlace }, (_, m) => ({
        name: `bulk ${n * practitionersOfPlace + m}`,
        hours: weekdays.map((weekday) => [weekday, '09:00', '17:00'] as const),
      })),
      types: [{ name: `${placeNamed(n)} visit`, duration: 30, values: { horizon_days: 365 } }],
    });
  await db.query(
    `insert into patients (document_id, first_name, last_name, archived, created_at, updated_at, published_at)
     select 'tbulk' || n, 'Bulk', 'Patient ' || n, false, now(), now(), now() from generate_series(0, $1 - 1) n`,
    [patients],
  );
};

/** Who is n: practitioner, chair, place and type. */
const crew = Array.from({ length: everyone }, (_, n) => {
  const place = placeNamed(Math.floor(n / practitionersOfPlace));
  const chair = `${place} chair ${(n % practitionersOfPlace) + 1}`;
  return {
    n,
    practitioner: idOf(`bulk ${n}`),
    chair: idOf(chair),
    location: idOf(place),
    type: idOf(`${place} visit`),
  };
});

/** Half hours of the coming weeks at the first place, four of five; and those of the past everywhere, back and back. */
const halves = {
  coming: `select who, d, half from generate_series(0, 90) d, generate_series(0, 15) half,
      generate_series(0, ${practitionersOfPlace - 1}) who
    where (d * 7 + half * 3 + who) % 5 <> 0 order by d, half, who limit $1`,
  past: `select n % ${everyone} as who, -1 - n / ${everyone * 16} as d, n / ${everyone} % 16 as half
    from generate_series(0, $1::int - 1) n`,
};

const numbered = (when: keyof typeof halves) => `
create temp table bulk as
select coalesce((select max(id) from appointments), 0) + row_number() over () as id, who,
  'tb${when}' || row_number() over () as document_id,
  'tbulk' || who * 25 + (d * 16 + half + 160000) % 25 as patient,
  date_trunc('day', now()) + d * interval '1 day' + interval '7 hours' + half * interval '30 minutes' as start
from (${halves[when]}) x`;

const appointments = `
insert into appointments (id, document_id, starts_at, ends_at, status, booked_via, overbooked, sequence, created_at,
  updated_at, published_at)
select id, document_id, start at time zone 'UTC', (start + interval '30 minutes') at time zone 'UTC',
  case when start < now() then 'completed' else 'confirmed' end, 'desk', false, 0, now(), now(), now() from bulk`;

const links = {
  patient: ['patient_id', 'patients', 'b.patient'],
  practitioner: ['practitioner_id', 'practitioners', 'k.practitioner'],
  chair: ['chair_id', 'chairs', 'k.chair'],
  location: ['location_id', 'locations', 'k.location'],
  appointment_type: ['appointment_type_id', 'appointment_types', 'k.type'],
} as const;

const claims = `
insert into time_claims (resource_kind, resource_id, during, source_kind, source_id)
select kind, resource, tstzrange(b.start, b.start + interval '30 minutes'), 'appointment', b.document_id
from bulk b join crew k on k.n = b.who,
  lateral (values ('practitioner', k.practitioner), ('chair', k.chair), ('patient', b.patient)) as taken (kind, resource)`;

/** Writes that many visits with their relations and claims. */
export const writeVisitsInBulk = async (
  db: pg.Pool,
  when: keyof typeof halves,
  count: number,
): Promise<void> => {
  const client = await db.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`set maintenance_work_mem = '512MB'`);
    await client.query(
      `create temp table crew as select * from json_to_recordset('${JSON.stringify(crew)}')
         as k (n int, practitioner text, chair text, location text, type text)`,
    );
    await client.query(numbered(when).replace('$1', String(count)));
    await withoutIndexes(client, async () => {
      await client.query(appointments);
      for (const [noun, [key, table, from]] of Object.entries(links))
        await client.query(
          `insert into appointments_${noun}_lnk (appointment_id, ${key})
           select b.id, x.id from bulk b join crew k on k.n = b.who join ${table} x on x.document_id = ${from}`,
        );
      await client.query(claims);
    });
    await client.query(
      `select setval(pg_get_serial_sequence('appointments', 'id'), (select max(id) from appointments))`,
    );
  } finally {
    client.release(true);
  }
  for (const table of tables) await db.query(`analyze ${table}`);
  await db.query('insert into schedule_changes default values');
};
