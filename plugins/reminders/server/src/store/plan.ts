/** Writing messages into the ledger. Each is written once, whoever tries and however often. */
import { rows } from '@enamel/kernel/server';
import type { Event } from '../domain/verdict.ts';
import type { Database } from './database.ts';

const columns = `event, subject_kind, subject_id, occasion, starts_at, rule_id, rule_name, template_key, channel,
  patient_id, relative_id, nth, created_at, trace`;
const story = `jsonb_build_array(jsonb_build_object('at', cast(:at as text), 'what', 'planned'))`;
/** Everybody who is to read a message about the patient `p`, by the rule `r`. */
const readers = `cross join lateral message_readers(p.id, r.channel, cast(:at as timestamptz)) reader`;
const reader = 'p.document_id, reader.relative_id, reader.nth';
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

interface Inserted {
  id: string;
}

const toldMoves = `from deliveries d
  where d.subject_kind = 'appointment' and d.subject_id = a.document_id and d.rule_id = r.document_id
    and d.channel = r.channel and d.nth = reader.nth and d.event = 'appointment-moved'`;

/**
 * Plans what the rules of an event about a visit ask for. @param start the visit's start as the event told it. A move is
 * told when the visit still stands at its new time and the last move told was to another: an event that comes twice, or
 * late, tells nothing new.
 * @returns how many messages are new.
 */
export const planForVisit = async (
  on: Database,
  event: Event,
  appointment: string,
  start: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> =>
  (
    await rows<Inserted>(
      on,
      `with told as (select cast(:start as timestamptz) as start)
       insert into deliveries (${columns})
       select r.event, 'appointment', a.document_id,
         ${iso(`told.start at time zone 'UTC'`)}
           || case when r.event = 'appointment-moved' then '#' || (select count(*) + 1 ${toldMoves}) else '' end,
         told.start, r.document_id, r.name, r.template_key, r.channel, ${reader},
         cast(:at as timestamptz), ${story}
       from told
       cross join reminder_rules r
       join appointments a on a.document_id = :appointment
       join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id
       ${readers}
       where r.event = :event and r.active
         and (r.event <> 'appointment-moved' or (
           a.starts_at = told.start at time zone 'UTC'
           and coalesce((
             select d.starts_at ${toldMoves} order by cast(split_part(d.occasion, '#', 2) as int) desc limit 1
           ) <> told.start, true)))
       on conflict on constraint deliveries_once do nothing
       returning id`,
      { event, appointment, start: start.toString(), at: now.toString() },
    )
  ).length;

/** Plans every reminder that is due: its rule is active and its visit stands and starts within the rule's hours. */
export const planDueReminders = async (on: Database, now: Temporal.Instant): Promise<number> =>
  (
    await rows<Inserted>(
      on,
      `with moment as (select cast(:at as timestamptz) at time zone 'UTC' as local),
       due as materialized (
         select a.id as visit, a.document_id as appointment, a.starts_at, r.id as rule
         from moment
         cross join reminder_rules r
         join appointments a
           on a.starts_at > moment.local and a.starts_at <= moment.local + make_interval(hours => r.hours_before)
         where r.event = 'before-appointment' and r.active and a.status in ('pending', 'confirmed')
           and not exists (
             select from deliveries d
             where d.subject_kind = 'appointment' and d.subject_id = a.document_id
               and d.occasion = ${iso('a.starts_at')} and d.rule_id = r.document_id and d.channel = r.channel))
       insert into deliveries (${columns})
       select r.event, 'appointment', due.appointment, ${iso('due.starts_at')}, due.starts_at at time zone 'UTC',
         r.document_id, r.name, r.template_key, r.channel, ${reader}, cast(:at as timestamptz), ${story}
       from due
       join reminder_rules r on r.id = due.rule
       join appointments_patient_lnk l on l.appointment_id = due.visit
       join patients p on p.id = l.patient_id
       ${readers}
       on conflict on constraint deliveries_once do nothing
       returning id`,
      { at: now.toString() },
    )
  ).length;

/** Plans what the rules of an event about an invoice or a payment ask for. */
export const planForMoney = async (
  on: Database,
  event: 'invoice-issued' | 'payment-received',
  subject: { kind: 'invoice' | 'payment'; documentId: string; invoice: string },
  now: Temporal.Instant,
): Promise<number> =>
  (
    await rows<Inserted>(
      on,
      `insert into deliveries (${columns})
       select r.event, :kind, :subject, '', null, r.document_id, r.name, r.template_key, r.channel, ${reader},
         cast(:at as timestamptz), ${story}
       from reminder_rules r
       join invoices i on i.document_id = :invoice
       join invoices_patient_lnk l on l.invoice_id = i.id
       join patients p on p.id = l.patient_id
       ${readers}
       where r.event = :event and r.active
       on conflict on constraint deliveries_once do nothing
       returning id`,
      {
        event,
        kind: subject.kind,
        subject: subject.documentId,
        invoice: subject.invoice,
        at: now.toString(),
      },
    )
  ).length;

/** Plans what the rules say of a time that is offered to somebody who waits. */
export const planForOffer = async (
  on: Database,
  about: { offer: string; patient: string; start: Temporal.Instant },
  now: Temporal.Instant,
): Promise<number> =>
  (
    await rows<Inserted>(
      on,
      `insert into deliveries (${columns})
       select r.event, 'offer', cast(:offer as text), '', cast(:start as timestamptz), r.document_id, r.name,
         r.template_key, r.channel, ${reader}, cast(:at as timestamptz), ${story}
       from reminder_rules r join patients p on p.document_id = :patient
       ${readers}
       where r.event = 'wait-list-offered' and r.active
       on conflict on constraint deliveries_once do nothing
       returning id`,
      { ...about, start: about.start.toString(), at: now.toString() },
    )
  ).length;

export interface ChangedVisits {
  /** What makes this change another than the last. */
  readonly change: string;
  readonly patient: string;
  /** Document ids, in order of time. */
  readonly visits: readonly string[];
}

/** Plans one message about several visits that were booked, moved or cancelled in one go. */
export const planForVisits = async (
  on: Database,
  event: Event,
  { change, patient, visits }: ChangedVisits,
  now: Temporal.Instant,
): Promise<number> =>
  (
    await rows<Inserted>(
      on,
      `insert into deliveries (${columns}, visits)
       select r.event, 'appointment', a.document_id, cast(:occasion as text), a.starts_at at time zone 'UTC',
         r.document_id, r.name, r.template_key, r.channel, ${reader}, cast(:at as timestamptz), ${story},
         cast(:visits as jsonb)
       from reminder_rules r
       join appointments a on a.document_id = :first
       join patients p on p.document_id = :patient
       ${readers}
       where r.event = :event and r.active
       on conflict on constraint deliveries_once do nothing
       returning id`,
      {
        event,
        patient,
        occasion: `together#${change}`,
        first: visits[0] ?? '',
        visits: JSON.stringify(visits),
        at: now.toString(),
      },
    )
  ).length;
