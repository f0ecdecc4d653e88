/** What a message tells of, read at the moment it is written. */
import { rows } from '@enamel/kernel/server';
import type { Channel } from '../domain/verdict.ts';
import type { Database } from './database.ts';
import { instantOf } from './database.ts';
import type { Delivery } from './ledger.ts';

type Addressed = Pick<Delivery, 'patient_id' | 'relative_id' | 'channel'>;

export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly language: string | null;
  readonly emailReminders: boolean;
  readonly smsReminders: boolean;
}

const column = { email: 'email', mobileNumber: 'mobile_number' } as const;
/** An address that a guest only mentioned is none to write to. */
const address = (of: string, kind: keyof typeof column) =>
  `address_to_write_to(${of}.id, '${kind}', ${of}.${column[kind]})`;

/** A patient; one without an address of their own is reached through the guarantor. */
const patientContact = (on: Database, patient: string): Promise<Contact[]> =>
  rows<Contact>(
    on,
    `select p.first_name "firstName", p.last_name "lastName",
       coalesce(${address('p', 'email')}, ${address('g', 'email')}) email,
       coalesce(${address('p', 'mobileNumber')}, ${address('g', 'mobileNumber')}) mobile,
       coalesce(p.preferred_language, g.preferred_language) "language",
       coalesce(p.email_reminders, true) "emailReminders", coalesce(p.sms_reminders, true) "smsReminders"
     from patients p
     left join patients_guarantor_lnk l on l.patient_id = p.id
     left join patients g on g.id = l.inv_patient_id
     where p.document_id = ? limit 1`,
    [patient],
  );

/** A patient at the address of a relative, who must be one of the readers still. */
const relativeContact = (
  on: Database,
  about: { patient: string; relative: string; channel: Channel; at: string },
): Promise<Contact[]> =>
  rows<Contact>(
    on,
    `select p.first_name "firstName", p.last_name "lastName", ${address('g', 'email')} email,
       ${address('g', 'mobileNumber')} mobile,
       coalesce(g.preferred_language, p.preferred_language) "language",
       coalesce(p.email_reminders, true) and coalesce(g.email_reminders, true) "emailReminders",
       coalesce(p.sms_reminders, true) and coalesce(g.sms_reminders, true) "smsReminders"
     from patients p
     cross join lateral message_readers(p.id, :channel, cast(:at as timestamptz)) reader
     join patients g on g.document_id = reader.relative_id
     where p.document_id = :patient and g.document_id = :relative`,
    about,
  );

/** Where a message goes, and what those who read it allow; undefined when they are no longer its readers. */
export const contactOf = async (
  on: Database,
  { patient_id: patient, relative_id: relative, channel }: Addressed,
  now: Temporal.Instant,
): Promise<Contact | undefined> => {
  const [contact] =
    relative === null
      ? await patientContact(on, patient)
      : await relativeContact(on, { patient, relative, channel, at: now.toString() });
  return contact;
};

export const ruleIsActive = async (on: Database, rule: string): Promise<boolean> =>
  (await rows(on, 'select 1 from reminder_rules where document_id = ? and active', [rule])).length >
  0;

/** Whether the patient can sign in to the portal. */
export const hasAccount = async (on: Database, patient: string): Promise<boolean> =>
  (
    await rows(
      on,
      `select 1 from patients p join patients_account_lnk l on l.patient_id = p.id where p.document_id = ?`,
      [patient],
    )
  ).length > 0;

/** Whether the patient should fill in the history form: there is one, and none was answered in the last twelve months. */
export const needsHistoryForm = async (
  on: Database,
  patient: string,
  now: Temporal.Instant,
): Promise<boolean> =>
  (
    await rows<{ needed: boolean }>(
      on,
      `select exists (select from questionnaires where active and purpose = 'medical-history')
         and not exists (
           select from questionnaire_responses r
           join questionnaire_responses_patient_lnk l on l.questionnaire_response_id = r.id
           join patients p on p.id = l.patient_id
           where p.document_id = :patient
             and r.submitted_at > cast(:now as timestamptz) at time zone 'UTC' - interval '12 months') needed`,
      { patient, now: now.toString() },
    )
  )[0]?.needed ?? false;

export interface MoneyRow {
  readonly invoice: string;
  readonly number: string | null;
  readonly total: number;
  readonly currency: string;
  readonly dueOn: string | null;
  readonly amount: number | null;
  readonly paidIn: string | null;
  readonly method: 'card' | 'cash' | 'transfer' | null;
  readonly receivedAt: Temporal.Instant | null;
}

const money = `i.document_id invoice, i.number, i.total, i.currency, i.due_on::text "dueOn"`;

export const invoiceOf = async (on: Database, invoice: string): Promise<MoneyRow | undefined> =>
  (
    await rows<Omit<MoneyRow, 'amount' | 'paidIn' | 'method' | 'receivedAt'>>(
      on,
      `select ${money} from invoices i where i.document_id = ?`,
      [invoice],
    )
  ).map((row) => ({ ...row, amount: null, paidIn: null, method: null, receivedAt: null }))[0];

export const paymentOf = async (on: Database, payment: string): Promise<MoneyRow | undefined> =>
  (
    await rows<Omit<MoneyRow, 'receivedAt'> & { receivedAt: Date }>(
      on,
      `select ${money}, y.amount, y.currency "paidIn", y.method, y.received_at at time zone 'UTC' "receivedAt"
       from payments y
       join payments_invoice_lnk l on l.payment_id = y.id
       join invoices i on i.id = l.invoice_id
       where y.document_id = ?`,
      [payment],
    )
  ).map((row) => ({ ...row, receivedAt: instantOf(row.receivedAt) }))[0];
