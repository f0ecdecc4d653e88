import { rows } from '@enamel/kernel/server';
import type { Scope, ScopeFacts } from '../domain/scope.ts';

type Connection = Parameters<typeof rows>[0];

const lines = (noun: string) => `coalesce((
  select json_agg(coalesce(p.conditions, '[]'::jsonb)) from admin_permissions p
  join admin_permissions_role_lnk pr on pr.permission_id = p.id
  join admin_users_roles_lnk ur on ur.role_id = pr.role_id and ur.user_id = u.id
  where p.action = 'plugin::content-manager.explorer.read' and p.subject = 'api::${noun}.${noun}'), '[]'::json)`;

/** An expression for all that a {@link Scope} is made of, where `u` is a row of `admin_users` and `:now` an instant. */
export const scopeFacts = `json_build_object(
  'superAdmin', exists (select from admin_users_roles_lnk ur join admin_roles r on r.id = ur.role_id
    where ur.user_id = u.id and r.code = 'strapi-super-admin'),
  'patients', ${lines('patient')},
  'visits', ${lines('appointment')},
  'clinicPlaces', (select count(*) from locations),
  'allPlaces', exists (select from staff_places s where s.user_id = u.id and s.location_id is null),
  'places', coalesce((select json_agg(json_build_object('id', l.id, 'documentId', l.document_id) order by l.active desc, l.position, l.id)
    from staff_places s join locations l on l.id = s.location_id where s.user_id = u.id), '[]'::json),
  'practitioner', (select json_build_object('id', p.id, 'documentId', p.document_id) from practitioners p
    join practitioners_staff_user_lnk l on l.practitioner_id = p.id where l.user_id = u.id limit 1),
  'opened', coalesce((select json_agg(distinct o.patient_id) from opened_records o
    where o.user_id = u.id and o.ends_at > :now), '[]'::json))`;

/** Strapi has the driver leave JSON as text. */
export const factsOf = (value: unknown): ScopeFacts =>
  (typeof value === 'string' ? JSON.parse(value) : value) as ScopeFacts;

export const findScopeFacts = async (
  on: Connection,
  user: number,
  now: string,
): Promise<ScopeFacts | undefined> => {
  const [found] = await rows<{ facts: unknown }>(
    on,
    `select ${scopeFacts} as facts from admin_users u where u.id = :user`,
    { user, now },
  );
  return found && factsOf(found.facts);
};

const list = (ids: readonly number[]): string => {
  if (!ids.every(Number.isSafeInteger)) throw new Error('Ids in a condition are whole numbers');
  return `array[${ids.join(',')}]::integer[]`;
};

/** Asked of one patient at a time: left to choose, PostgreSQL reads whom every place knows before the first twenty are found. */
const one = 'offset 0';

/**
 * SQL that tells whether a patient is in scope; `patient` is an expression for their numeric id. It carries no bindings,
 * so it goes into any statement.
 */
export const patientInScope = (scope: Scope, patient: string): string => {
  if (scope.everywhere) return 'true';
  const { places, treatedBy, opened } = scope;
  const ways: string[] = [];
  if (places && places.length > 0)
    ways.push(
      `exists (select from patient_locations known where known.patient_id = ${patient}
         and known.location_id = any (${list(places.map(({ id }) => id))}) ${one})`,
      `not exists (select from patient_locations known where known.patient_id = ${patient} ${one})`,
    );
  if (treatedBy !== null)
    ways.push(
      `exists (select from appointments_patient_lnk visited
         join appointments_practitioner_lnk treated on treated.appointment_id = visited.appointment_id
         where visited.patient_id = ${patient} and treated.practitioner_id = any (${list([treatedBy])}) ${one})`,
    );
  if (opened.length > 0) ways.push(`${patient} = any (${list(opened)})`);
  return ways.length > 0 ? `(${ways.join(' or ')})` : 'false';
};

const inSchedule = (scope: Scope, visit: string): string => {
  if (scope.schedule === 'everybody') return 'true';
  const { practitioner } = scope.schedule;
  if (!practitioner) return 'false';
  const works = list([practitioner.id]);
  return `(${['practitioner', 'assistant']
    .map(
      (part) => `exists (select from appointments_${part}_lnk works
        where works.appointment_id = ${visit} and works.practitioner_id = any (${works}))`,
    )
    .join(' or ')})`;
};

/** Likewise of a visit, by an expression for its numeric id. Time that is no patient's is in everybody's scope. */
export const visitInScope = (scope: Scope, visit: string): string => {
  const whose = scope.everywhere
    ? 'true'
    : `not exists (select from appointments_patient_lnk whose where whose.appointment_id = ${visit}
        and not ${patientInScope(scope, 'whose.patient_id')})`;
  if (scope.schedule === 'everybody') return whose;
  return `(${whose} and ${inSchedule(scope, visit)})`;
};

/** Likewise of a visit at a place where the member of staff works, whose patients are known there already. */
export const visitHereInScope = (scope: Scope, visit: string): string =>
  scope.schedule === 'everybody' && (scope.everywhere || scope.places)
    ? 'true'
    : visitInScope(scope, visit);

/** Likewise of a place, by an expression for its numeric id. */
export const placeInScope = (scope: Scope, place: string): string =>
  scope.everywhere || !scope.places
    ? 'true'
    : `${place} = any (${list(scope.places.map(({ id }) => id))})`;

/** Those of the patients, by document id, who are in scope. */
export const patientsInScope = async (
  on: Connection,
  scope: Scope,
  documentIds: readonly string[],
): Promise<Set<string>> => {
  const found = await rows<{ documentId: string }>(
    on,
    `select p.document_id as "documentId" from patients p
     where p.document_id = any (:documentIds) and ${patientInScope(scope, 'p.id')}`,
    { documentIds: [...documentIds] },
  );
  return new Set(found.map(({ documentId }) => documentId));
};
