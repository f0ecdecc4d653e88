/** Patients and visits for the stories about messages, written straight into the database. */
import { randomUUID } from 'node:crypto';
import type { Clinic } from '../../tests/support/clinic.ts';

const documentId = () => randomUUID().replaceAll('-', '').slice(0, 24);

const insert = async (
  { db }: Clinic,
  table: string,
  values: Record<string, unknown>,
): Promise<{ id: number; documentId: string }> => {
  const row = {
    document_id: documentId(),
    created_at: new Date(),
    updated_at: new Date(),
    ...values,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  const { rows } = await db.query(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) returning id`,
    Object.values(row),
  );
  return { id: rows[0].id, documentId: row.document_id as string };
};

const link = ({ db }: Clinic, table: string, left: [string, number], right: [string, number]) =>
  db.query(`insert into ${table} (${left[0]}, ${right[0]}) values ($1, $2)`, [left[1], right[1]]);

interface Person {
  readonly id: number;
  readonly documentId: string;
}

export const addPatient = (
  clinic: Clinic,
  person: {
    firstName: string;
    email?: string;
    mobile?: string;
    language?: 'en' | 'ro';
    emailReminders?: boolean;
    smsReminders?: boolean;
  },
): Promise<Person> =>
  insert(clinic, 'patients', {
    first_name: person.firstName,
    last_name: 'Pop',
    email: person.email ?? null,
    mobile_number: person.mobile ?? null,
    preferred_language: person.language ?? 'ro',
    email_reminders: person.emailReminders ?? true,
    sms_reminders: person.smsReminders ?? true,
  });

export interface Practice {
  readonly practitioner: Person;
  readonly location: Person;
  readonly type: Person;
}

/** A practitioner, a location in Bucharest's zone and an appointment type of their own. */
export const addPractice = async (clinic: Clinic): Promise<Practice> => ({
  practitioner: await insert(clinic, 'practitioners', {
    title: 'Dr.',
    first_name: 'Ion',
    last_name: 'Mureșan',
    active: true,
  }),
  location: await insert(clinic, 'locations', {
    name: 'Cabinet Centru',
    address: 'Str. Lungă 1',
    city: 'Brașov',
    phone: '+40 268 000 000',
    zone: 'Europe/Bucharest',
    active: true,
  }),
  type: await insert(clinic, 'appointment_types', { name: 'Consultație', duration: 30, price: 0 }),
});

/** A visit of half an hour. @param startsAt an instant such as `2027-03-03T08:00:00Z` */
export const addVisit = async (
  clinic: Clinic,
  practice: Practice,
  patient: Person,
  startsAt: string,
  status = 'confirmed',
): Promise<Person> => {
  const start = new Date(startsAt);
  // `timestamp` without zone holds UTC.
  const local = (date: Date) => date.toISOString().replace('Z', '');
  const visit = await insert(clinic, 'appointments', {
    starts_at: local(start),
    ends_at: local(new Date(start.getTime() + 1_800_000)),
    status,
    sequence: 0,
  });
  const of = (noun: string, other: Person) =>
    link(
      clinic,
      `appointments_${noun}_lnk`,
      ['appointment_id', visit.id],
      [`${noun}_id`, other.id],
    );
  await of('patient', patient);
  await of('practitioner', practice.practitioner);
  await of('location', practice.location);
  await of('appointment_type', practice.type);
  return visit;
};

export interface LedgerRow {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly state: string;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly attempts: number;
  readonly body: string | null;
  readonly occasion: string;
}

/** What the ledger says about one subject, e-mail first. */
export const ledgerOf = async ({ db }: Clinic, subject: Person): Promise<LedgerRow[]> => {
  const { rows } = await db.query(
    `select id, channel, state, reason, detail, attempts, body, occasion from deliveries
     where subject_id = $1 order by channel, created_at, occasion`,
    [subject.documentId],
  );
  return rows;
};

/** Waits until `holds` answers something; fails after `seconds`. */
export const eventually = async <T>(
  holds: () => Promise<T | undefined | false>,
  seconds = 30,
): Promise<T> => {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const found = await holds();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not come about within ${seconds} s`);
};

const settled = new Set(['sent', 'unconfirmed', 'kept', 'skipped', 'failed']);

/** The ledger about a subject once nothing of it is on its way; there must be `count` messages. */
export const settledLedger = (clinic: Clinic, subject: Person, count: number) =>
  eventually(async () => {
    const rows = await ledgerOf(clinic, subject);
    return rows.length >= count && rows.every(({ state }) => settled.has(state)) && rows;
  });
