import { prepared, rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type {
  PatientAlert,
  PatientRow,
  PatientSummary,
  PatientVisit,
} from '../../../shared/patients.ts';
import type { PatientQuery } from '../domain/patient-query.ts';
import type { Scope } from '../domain/scope.ts';
import { finding, type Seen } from './patient-search.ts';
import { patientInScope } from './scope.ts';

const alertsOf = (patient: string) => `
  coalesce((
    select json_agg(json_build_object('kind', a.kind, 'text', a.text, 'severity', a.severity) order by c."order")
    from patients_cmps c join components_clinic_alerts a on a.id = c.cmp_id
    where c.entity_id = ${patient} and c.field = 'alerts'
  ), '[]'::json) as alerts`;

const columns = `p.document_id as "documentId", p.first_name as "firstName", p.last_name as "lastName",
  p.date_of_birth::text as "dateOfBirth", p.mobile_number as "mobileNumber", p.email, p.city`;

// Offset 0: each of a patient's own visits is looked up, never all visits to come gone through for each patient.
const nextVisit = `(
  select json_build_object('startsAt', to_char(a.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'zone', l.zone)
  from appointments_patient_lnk ap
  cross join lateral (select a.id, a.starts_at from appointments a
    where a.id = ap.appointment_id and a.status in ('pending', 'confirmed') and a.starts_at >= (:now)::timestamp
    offset 0) a
  left join appointments_location_lnk al on al.appointment_id = a.id
  left join locations l on l.id = al.location_id
  where ap.patient_id = p.id
  order by a.starts_at limit 1) as "nextVisit"`;

type Runner = Parameters<typeof rows>[0];

/** The first patients who fit, best first; `now` is an ISO instant after which a visit is the next one. */
export const searchPatientRows = (
  on: Runner,
  query: PatientQuery,
  { limit, now, seen }: { readonly limit: number; readonly now: string; readonly seen?: Seen },
): Promise<(PatientRow & { guessed: boolean })[]> => {
  const { sql, values } = finding(query, limit, seen);
  return prepared(
    on,
    `with ${sql}
     select ${columns}, ${alertsOf('p.id')}, ${nextVisit}, f.guessed
     from found f join patients p on p.id = f.id order by f.place`,
    { ...values, now },
  );
};

/** Patients by their document ids. */
export const patientRowsOf = (
  on: Runner,
  documentIds: readonly string[],
  { now, seen }: { readonly now: string; readonly seen: Seen },
): Promise<(PatientRow & { guessed: boolean })[]> =>
  rows(
    on,
    `select ${columns}, ${alertsOf('p.id')}, ${nextVisit}, false as guessed from patients p
     where p.document_id = any (:documentIds) and p.archived is not true and ${seen('p.id')}
     order by p.last_name, p.first_name, p.id`,
    { documentIds: [...documentIds], now },
  );

/** A page of all patients by name, and how many there are, counted up to `countedTo`. */
export const listPatientRows = async (
  on: Runner,
  bindings: {
    readonly limit: number;
    readonly offset: number;
    readonly now: string;
    readonly countedTo: number;
  },
  seen: Seen,
): Promise<{ patients: PatientRow[]; total: number }> => {
  const found = await prepared<PatientRow & { total: number }>(
    on,
    `with page as (
       select p.* from patients p where p.archived is not true and ${seen('p.id')}
       order by p.last_name, p.first_name, p.id limit :limit offset :offset
     )
     select ${columns}, ${alertsOf('p.id')}, ${nextVisit},
       (select count(*)::int from (select from patients p where p.archived is not true and ${seen('p.id')} limit :countedTo) x) as total
     from page p order by p.last_name, p.first_name, p.id`,
    bindings,
  );
  return { patients: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
};

/** What the patient's own row says; sealed fields are not in it. */
type KeptPatient = Omit<
  PatientSummary,
  'visits' | 'nationalId' | 'insuranceNumber' | 'sensitiveNotes'
>;

export const findPatient = async (
  strapi: Core.Strapi,
  documentId: string,
  scope: Scope,
): Promise<KeptPatient | undefined> => {
  const [patient] = await rows<KeptPatient & { alerts: PatientAlert[] }>(
    strapi.db.connection,
    `select ${columns}, p.sex, p.address, p.notes, p.preferred_language as "preferredLanguage",
       l.name as "locationName", ${alertsOf('p.id')},
       (select json_build_object('documentId', g.document_id, 'name', concat_ws(' ', g.first_name, g.last_name))
        from patients_guarantor_lnk pg join patients g on g.id = pg.inv_patient_id
        where pg.patient_id = p.id and ${patientInScope(scope, 'g.id')} limit 1) as guarantor
     from patients p
     left join patients_location_lnk pl on pl.patient_id = p.id
     left join locations l on l.id = pl.location_id
     where p.document_id = ? and ${patientInScope(scope, 'p.id')} limit 1`,
    [documentId],
  );
  return patient;
};

/** All visits of a patient, the latest first. */
export const findVisits = (strapi: Core.Strapi, documentId: string): Promise<PatientVisit[]> =>
  rows<PatientVisit>(
    strapi.db.connection,
    `select a.document_id as "documentId",
       to_char(a.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt",
       to_char(a.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt",
       a.status, a.reason, a.cancel_reason as "cancelReason",
       t.name as "typeName", t.color as "typeColor",
       nullif(concat_ws(' ', r.title, r.first_name, r.last_name), '') as "practitionerName",
       l.name as "locationName", coalesce(l.zone, 'UTC') as zone
     from patients p
     join appointments_patient_lnk ap on ap.patient_id = p.id
     join appointments a on a.id = ap.appointment_id
     left join appointments_appointment_type_lnk at on at.appointment_id = a.id
     left join appointment_types t on t.id = at.appointment_type_id
     left join appointments_practitioner_lnk ar on ar.appointment_id = a.id
     left join practitioners r on r.id = ar.practitioner_id
     left join appointments_location_lnk al on al.appointment_id = a.id
     left join locations l on l.id = al.location_id
     where p.document_id = ? order by a.starts_at desc limit 300`,
    [documentId],
  );
