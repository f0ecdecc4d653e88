import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type {
  PatientAlert,
  PatientRow,
  PatientSummary,
  PatientVisit,
} from '../../../shared/patients.ts';

const alertsOf = (patient: string) => `
  coalesce((
    select json_agg(json_build_object('kind', a.kind, 'text', a.text, 'severity', a.severity) order by c."order")
    from patients_cmps c join components_clinic_alerts a on a.id = c.cmp_id
    where c.entity_id = ${patient} and c.field = 'alerts'
  ), '[]'::json) as alerts`;

const columns = `p.document_id as "documentId", p.first_name as "firstName", p.last_name as "lastName",
  p.date_of_birth::text as "dateOfBirth", p.mobile_number as "mobileNumber", p.email, p.city`;

interface Search {
  /** Words that must all be found in the name, e-mail, phone or birth date. */
  readonly words: readonly string[];
  readonly page: number;
  readonly pageSize: number;
  /** ISO instant after which a visit is the next one. */
  readonly now: string;
}

/** Patients in the order of their names, found by accent-blind words. */
export const findPatients = async (
  strapi: Core.Strapi,
  { words, page, pageSize, now }: Search,
): Promise<{ patients: PatientRow[]; total: number }> => {
  const haystack = `unaccent(lower(concat_ws(' ', p.first_name, p.last_name, p.first_name, p.email, p.mobile_number,
    regexp_replace(p.mobile_number, '\\D', '', 'g'), p.date_of_birth, to_char(p.date_of_birth, 'DD.MM.YYYY'))))`;
  const matches = words
    .map((_, index) => `and ${haystack} like unaccent(lower(:word${index}))`)
    .join(' ');
  const bindings = Object.fromEntries(
    words.map((word, index) => [`word${index}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`]),
  );
  const found = await rows<PatientRow & { total: string }>(
    strapi.db.connection,
    `with page as (
       select p.*, count(*) over () as total from patients p
       where p.archived is not true ${matches}
       order by p.last_name, p.first_name, p.id limit :limit offset :offset
     )
     select ${columns}, ${alertsOf('p.id')}, p.total,
       (select json_build_object('startsAt', to_char(a.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'zone', l.zone)
        from appointments_patient_lnk ap
        join appointments a on a.id = ap.appointment_id
        left join appointments_location_lnk al on al.appointment_id = a.id
        left join locations l on l.id = al.location_id
        where ap.patient_id = p.id and a.status in ('pending', 'confirmed') and a.starts_at >= (:now)::timestamp
        order by a.starts_at limit 1) as "nextVisit"
     from page p order by p.last_name, p.first_name, p.id`,
    { ...bindings, limit: pageSize, offset: (page - 1) * pageSize, now },
  );
  const total = Number(found[0]?.total ?? 0);
  return { patients: found.map(({ total: _total, ...patient }) => patient), total };
};

export const findPatient = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<Omit<PatientSummary, 'visits'> | undefined> => {
  const [patient] = await rows<Omit<PatientSummary, 'visits'> & { alerts: PatientAlert[] }>(
    strapi.db.connection,
    `select ${columns}, p.sex, p.address, p.notes, p.preferred_language as "preferredLanguage",
       l.name as "locationName", ${alertsOf('p.id')},
       (select json_build_object('documentId', g.document_id, 'name', concat_ws(' ', g.first_name, g.last_name))
        from patients_guarantor_lnk pg join patients g on g.id = pg.inv_patient_id
        where pg.patient_id = p.id limit 1) as guarantor
     from patients p
     left join patients_location_lnk pl on pl.patient_id = p.id
     left join locations l on l.id = pl.location_id
     where p.document_id = ? limit 1`,
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
