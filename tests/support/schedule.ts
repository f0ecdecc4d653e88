/** A small clinic with known hours beside the demo's, for stories of scheduling. Written by SQL, read by document ids. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type pg from 'pg';

const { hashSync } = createRequire(import.meta.url)('bcryptjs') as {
  hashSync(password: string, rounds: number): string;
};

export const password = 'A-known-password-1';

/** A stable document id for a name. */
export const idOf = (name: string): string =>
  `t${createHash('sha256').update(name).digest('hex').slice(0, 23)}`;

const row = async (
  db: pg.Pool,
  table: string,
  name: string | null,
  values: Record<string, unknown>,
): Promise<number> => {
  const columns: Record<string, unknown> = {
    ...(name === null ? {} : { document_id: idOf(name) }),
    created_at: new Date(),
    updated_at: new Date(),
    published_at: new Date(),
    ...values,
  };
  const names = Object.keys(columns);
  const { rows } = await db.query(
    `insert into ${table} (${names.map((n) => `"${n}"`).join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
    Object.values(columns),
  );
  return rows[0].id;
};

const link = (db: pg.Pool, table: string, pairs: Record<string, number>) =>
  db.query(
    `insert into ${table} (${Object.keys(pairs).join(', ')}) values (${Object.keys(pairs)
      .map((_, index) => `$${index + 1}`)
      .join(', ')})`,
    Object.values(pairs),
  );

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

export interface Schedule {
  readonly zone: string;
  readonly chairs: number;
  readonly practitioners: readonly {
    readonly name: string;
    /** `[weekday, from, to]`, local times. */
    readonly hours: readonly (readonly [string, string, string])[];
  }[];
  readonly types: readonly {
    readonly name: string;
    readonly duration: number;
    readonly values?: Record<string, unknown>;
  }[];
}

/** Adds a location named `name` with everything it needs; its ids are {@link idOf} of the names. */
export const addLocation = async (db: pg.Pool, name: string, schedule: Schedule): Promise<void> => {
  const location = await row(db, 'locations', name, {
    name,
    slug: idOf(name),
    zone: schedule.zone,
    active: true,
    position: 90,
    city: 'Cluj-Napoca',
    phone: '+40 264 000 000',
  });
  for (let n = 1; n <= schedule.chairs; n++) {
    const chair = await row(db, 'chairs', `${name} chair ${n}`, {
      name: `${name} ${n}`,
      kind: 'treatment',
      active: true,
      position: n,
    });
    await link(db, 'chairs_location_lnk', { chair_id: chair, location_id: location });
  }
  const types: number[] = [];
  for (const type of schedule.types)
    types.push(
      await row(db, 'appointment_types', type.name, {
        name: type.name,
        category: 'examination',
        duration: type.duration,
        buffer_before: 0,
        buffer_after: 0,
        price: 10_000,
        color: '#0F766E',
        online_bookable: true,
        active: true,
        chair_kind: 'any',
        slot_step: 15,
        lead_time_minutes: 0,
        horizon_days: 365,
        cancellation_window_hours: 24,
        position: 90,
        ...type.values,
      }),
    );
  for (const person of schedule.practitioners) {
    const practitioner = await row(db, 'practitioners', person.name, {
      title: 'Dr.',
      first_name: person.name,
      last_name: 'Test',
      profession: 'dentist',
      active: true,
      online_bookable: true,
      position: 90,
    });
    await link(db, 'practitioners_locations_lnk', {
      practitioner_id: practitioner,
      location_id: location,
    });
    for (const type of types)
      await link(db, 'practitioners_appointment_types_lnk', {
        practitioner_id: practitioner,
        appointment_type_id: type,
      });
    for (const [weekday, from, to] of person.hours) {
      const hours = await row(
        db,
        'working_hours_entries',
        `${person.name} ${weekday} ${from} ${name}`,
        { day_of_week: weekday, start_time: from, end_time: to, is_available: true },
      );
      await link(db, 'working_hours_entries_practitioner_lnk', {
        working_hours_id: hours,
        practitioner_id: practitioner,
      });
      await link(db, 'working_hours_entries_location_lnk', {
        working_hours_id: hours,
        location_id: location,
      });
    }
  }
};

/** Adds a patient with a portal account `<name>@stories.test` and {@link password}. */
export const addPatient = async (db: pg.Pool, name: string): Promise<void> => {
  const patient = await row(db, 'patients', name, {
    first_name: name,
    last_name: 'Storyteller',
    mobile_number: '+40 721 000 000',
    email: `${name}@stories.test`,
    preferred_language: 'en',
    archived: false,
  });
  const { rows } = await db.query(`select id from up_roles where type = 'authenticated'`);
  const user = await row(db, 'up_users', `${name} account`, {
    username: name,
    email: `${name}@stories.test`,
    provider: 'local',
    password: hashed,
    confirmed: true,
    blocked: false,
  });
  await link(db, 'up_users_role_lnk', { user_id: user, role_id: rows[0].id });
  await link(db, 'patients_account_lnk', { patient_id: patient, user_id: user });
};

const hashed = hashSync(password, 4);

/** A bearer token of a patient added with {@link addPatient}. */
export const signIn = async (url: string, name: string): Promise<string> => {
  const answer = await fetch(`${url}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: `${name}@stories.test`, password }),
  });
  const { jwt } = (await answer.json()) as { jwt?: string };
  if (!jwt) throw new Error(`${name} cannot sign in: ${answer.status}`);
  return jwt;
};
