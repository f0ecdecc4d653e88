import type { Actor } from '@enamel/kernel';
import { type Part, part, rows } from '@enamel/kernel/server';
import type { Knex } from 'knex';
import type { AuditEntry, EntriesQuery } from '../../../shared/index.ts';

type Connection = Parameters<typeof rows>[0];

interface NewEntry {
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  readonly roles: readonly string[];
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly patients: readonly string[];
  readonly requestId: string | null;
  readonly ip: string | null;
  readonly device: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The statement that adds an entry. */
export const entryPart = ({ actor, ...entry }: NewEntry): Part =>
  part`insert into audit_entries (at, actor_kind, actor_id, actor_name, actor_roles, action, subject, subject_id, patients,
      request_id, ip, device, detail)
    values (${entry.at.toString()}, ${actor.kind}, ${actor.id}, ${actor.kind === 'staff' ? actor.name : null},
      ${[...entry.roles]}, ${entry.action}, ${entry.subject}, ${entry.subjectId}, ${[...entry.patients]},
      ${entry.requestId}, ${entry.ip}, ${entry.device}, ${JSON.stringify(entry.detail)})`;

export const insertEntry = async (on: Connection, entry: NewEntry): Promise<void> => {
  const { text, values } = entryPart(entry);
  await rows(on, text.replace(/\$\d+/g, '?'), values as Knex.RawBinding[]);
};

interface Row {
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string;
  actor_name: string | null;
  actor_roles: string[];
  action: string;
  subject: string;
  subject_id: string | null;
  patients: string[];
  request_id: string | null;
  ip: string | null;
  device: string | null;
  seal: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
}

const toEntry = (row: Row): AuditEntry => ({
  id: String(row.id),
  at: row.at.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, roles: row.actor_roles },
  action: row.action,
  subject: row.subject,
  subjectId: row.subject_id,
  patients: row.patients,
  requestId: row.request_id,
  ip: row.ip,
  device: row.device,
  seal: row.seal === null ? null : String(row.seal),
  detail: row.detail,
  reason: row.reason,
});

/** What each kind is, by the verb of its action. */
const kinds: Record<NonNullable<EntriesQuery['kind']>, string> = {
  look: "action ~ '(^|[.])(read|list|listed)$'",
  change:
    "action !~ '(^|[.])(read|list|listed|export|exported)$|^(session|password|access|trail)[.]'",
  access: "action ~ '^(session|password)[.]|^access[.]'",
  export: "action ~ '(^|[.])(export|exported)$'",
};

/** The first instant of a date where the clinic is. */
const midnight = (date: string) =>
  `((${date})::timestamp at time zone coalesce((select zone from clinics limit 1), 'UTC'))`;

/**
 * Newest first. `actor` is an id or part of a name.
 * @param seen condition on the patients `p` of whom the reader may know, when there are others
 */
export const findEntries = async (
  on: Connection,
  query: EntriesQuery,
  seen: string | undefined,
): Promise<AuditEntry[]> => {
  const conditions = [
    seen
      ? `patients <> '{}' and not exists (select from unnest(patients) whose (id)
          where not exists (select from patients p where p.document_id = whose.id and ${seen}))`
      : 'true',
  ];
  const add = (value: unknown, sql: string) => {
    if (value !== undefined) conditions.push(sql);
  };
  // A record that became part of another keeps its trail.
  add(query.patient, 'patients && patient_ids(:patient)');
  add(query.actor, '(actor_id = :actor or position(lower(:actor) in lower(actor_name)) > 0)');
  add(
    query.named,
    `patients && array(select document_id::text from patients
       where position(lower(:named) in lower(concat_ws(' ', last_name, first_name, last_name))) > 0 limit 1000)`,
  );
  add(query.action, 'action = :action');
  add(query.subject, 'subject = :subject');
  add(query.from, 'at >= :from');
  add(query.to, 'at < :to');
  add(query.fromDay, `at >= ${midnight(':fromDay::date')}`);
  add(query.toDay, `at < ${midnight(':toDay::date + 1')}`);
  if (query.kind) conditions.push(kinds[query.kind]);
  add(query.before, 'e.id < :before');
  const found = await rows<Row>(
    on,
    `select e.*, s.number as seal, r.words as reason
     from audit_entries e left join audit_seals s on s.entry_id = e.id
     left join audit_reasons r on r.digest = e.detail ->> 'reason'
       and r.digest = encode(sha256(convert_to(r.salt || r.words, 'UTF8')), 'hex')
     where ${conditions.join(' and ')} order by e.id desc limit :limit`,
    Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
  );
  return found.map(toEntry);
};

export const patientNames = async (
  on: Connection,
  documentIds: readonly string[],
): Promise<Record<string, string>> => {
  const found = await rows<{ document_id: string; name: string }>(
    on,
    `select document_id, concat_ws(' ', last_name, first_name) as name from patients
     where document_id = any(:ids)`,
    { ids: [...documentIds] },
  );
  return Object.fromEntries(found.map(({ document_id, name }) => [document_id, name]));
};
