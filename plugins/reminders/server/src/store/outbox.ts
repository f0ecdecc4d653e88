/** Reading the ledger for people. */
import type { Scope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type {
  DeliveryDetail,
  DeliveryPage,
  DeliveryState,
  DeliverySummary,
} from '../../../shared/index.ts';
import type { Database } from './database.ts';
import { people, seenIn, sourceIn } from './outbox-scope.ts';

export interface OutboxQuery {
  readonly state?: DeliveryState | 'waiting' | undefined;
  readonly channel?: 'email' | 'sms' | undefined;
  /** Local dates of the clinic, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly patient?: string | undefined;
  readonly search?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly scope: Scope;
}

const summary = `d.id, d.state, d.channel, d.event, d.rule_name "ruleName", d.subject,
  case when not elsewhere.yes then d.recipient end recipient, elsewhere.yes elsewhere, ${people} people, d.reason, d.attempts,
  d.created_at "createdAt", d.sent_at "sentAt", d.starts_at "startsAt",
  case when p.document_id is null then null
    else jsonb_build_object('documentId', p.document_id, 'name', concat_ws(' ', p.first_name, p.last_name)) end patient,
  case when d.relative_id is not null and not elsewhere.yes then concat_ws(' ', g.first_name, g.last_name) end relative,
  coalesce((select zone from clinics limit 1), 'Europe/Bucharest') "zone"`;

const filters = `
  (cast(:channel as text) is null or d.channel = :channel)
  and (cast(:patient as text) is null or d.patient_id = :patient)
  and (cast(:from as date) is null or d.created_at >=
    cast(:from as date)::timestamp at time zone coalesce((select zone from clinics limit 1), 'UTC'))
  and (cast(:to as date) is null or d.created_at <
    (cast(:to as date) + 1)::timestamp at time zone coalesce((select zone from clinics limit 1), 'UTC'))
  and (cast(:like as text) is null or unaccent(concat_ws(' ', p.first_name, p.last_name, p.first_name)) ilike unaccent(:like)
    or (d.recipient ilike :like and not elsewhere.yes) or unaccent(d.subject) ilike unaccent(:like))`;
const chosen = `(cast(:state as text) is null or d.state = :state
  or (:state = 'waiting' and d.state in ('queued', 'leased', 'handing-over')))`;

/** Strapi has its connections leave JSON as text. */
type Raw<T, K extends keyof T> = Omit<T, K> & Readonly<Record<K, string | null>>;
const parsed = <T>(text: string | null): T => JSON.parse(text ?? 'null') as T;

/** Of whom what was read tells, by document ids, for the trail. */
interface Told {
  readonly people: readonly string[];
}

const toSummary = <T extends Raw<DeliverySummary, 'patient'> & Told>({ people: _, ...row }: T) => ({
  ...row,
  patient: parsed<DeliverySummary['patient']>(row.patient),
});

const shownHere = (columns: string) =>
  columns
    .split(', ')
    .map((name) => `case when not elsewhere.yes then d.${name} end as ${name}`)
    .join(', ');

const escaped = (search: string) => `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;

export const readPage = async (
  on: Database,
  query: OutboxQuery,
): Promise<Told & { readonly page: DeliveryPage }> => {
  const { page, pageSize, scope } = query;
  const seen = seenIn(scope);
  const source = sourceIn(scope);
  const bindings = {
    state: query.state ?? null,
    channel: query.channel ?? null,
    patient: query.patient ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    like: query.search ? escaped(query.search) : null,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  };
  const [data, counts] = await Promise.all([
    rows<Raw<DeliverySummary, 'patient'> & Told>(
      on,
      `select ${summary} ${source} where ${filters} and ${chosen} and ${seen}
       order by d.created_at desc, d.id limit :limit offset :offset`,
      bindings,
    ),
    rows<{ state: DeliveryState; count: string; chosen: boolean }>(
      on,
      `select d.state, count(*) count, bool_and(${chosen}) chosen ${source} where ${filters} and ${seen} group by d.state`,
      bindings,
    ),
  ]);
  const total = counts.filter((row) => row.chosen).reduce((sum, row) => sum + Number(row.count), 0);
  const states = Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)]));
  return {
    page: { data: data.map(toSummary), meta: { total, page, pageSize, states } },
    people: [...new Set(data.flatMap((row) => row.people))],
  };
};

export const readOne = async (
  on: Database,
  id: string,
  scope: Scope,
): Promise<(Told & { readonly message: DeliveryDetail }) | undefined> => {
  const [row] = await rows<Raw<DeliveryDetail, 'patient' | 'calendar' | 'trace'> & Told>(
    on,
    `select ${summary}, d.template_key "templateKey", d.language, ${shownHere('body, html, calendar, detail')},
       d.provider_id "providerId", d.trace, case when d.state = 'queued' then d.next_attempt_at end "nextAttemptAt"
     ${sourceIn(scope)} where d.id = ? and ${seenIn(scope)}`,
    [id],
  );
  if (!row) return undefined;
  const trace = parsed<DeliveryDetail['trace']>(row.trace);
  return {
    people: row.people,
    message: {
      ...toSummary(row),
      calendar: parsed<DeliveryDetail['calendar']>(row.calendar),
      // A provider's answer may repeat the address.
      trace: row.elsewhere ? trace.map(({ detail: _, ...entry }) => entry) : trace,
    },
  };
};

/** Messages to or about a patient with their words, the oldest first; at whose address others read of them is not theirs to know. */
export const messagesTo = (on: Database, patient: string): Promise<Record<string, unknown>[]> =>
  rows<Record<string, unknown>>(
    on,
    `select channel, case when coalesce(relative_id, patient_id) = :patient then recipient end as recipient,
       subject, body, state,
       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
       to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sentAt"
     from deliveries where :patient in (patient_id, relative_id) order by deliveries.created_at, id`,
    { patient },
  );

export const countMessages = async (on: Database, patient: string): Promise<number> => {
  const [found] = await rows<{ number: number }>(
    on,
    'select count(*)::int as number from deliveries where :patient in (patient_id, relative_id)',
    { patient },
  );
  return found?.number ?? 0;
};

/** Visits of a patient, by document id. */
const theirVisits = `select a.document_id from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
  join patients p on p.id = l.patient_id where p.document_id = any (patient_ids(:patient))`;

/**
 * Messages about a patient go, and those to them about others that have not left. What others were told stays theirs: without
 * the address of the patient who read it, or without the words that tell of the patient's visits too.
 */
export const forgetMessages = async (on: Database, patient: string): Promise<void> => {
  for (const forgotten of [
    `delete from deliveries where patient_id = :patient
       or (relative_id = :patient and state in ('queued', 'leased', 'handing-over'))`,
    `update deliveries set recipient = null, calendar = null, detail = null, provider_id = null,
       trace = (select coalesce(jsonb_agg(entry - 'detail' order by n), '[]')
         from jsonb_array_elements(trace) with ordinality steps (entry, n))
     where relative_id = :patient`,
    `update deliveries d set subject = null, body = null, html = null, calendar = null,
       visits = (select coalesce(jsonb_agg(visit order by n), '[]')
         from jsonb_array_elements_text(d.visits) with ordinality told (visit, n) where visit not in (${theirVisits}))
     where d.visits is not null and exists (
       select from jsonb_array_elements_text(d.visits) visit where visit in (${theirVisits}))`,
  ])
    await rows(on, forgotten, { patient });
};
