/** Visits written straight into a clinic's database, for stories that need a sheet full of them. */
import type pg from 'pg';
import { idOf } from './schedule.ts';

export interface WrittenVisit {
  readonly name: string;
  readonly patient: string;
  readonly practitioner: string;
  readonly chair: string;
  readonly location: string;
  readonly type: string;
  /** ISO 8601 */
  readonly start: string;
  /** Minutes. */
  readonly minutes: number;
}

/** Writes visits by the names that `addLocation` and `addPatient` gave. They claim practitioner and chair, not the patient. */
export const writeVisits = async (db: pg.Pool, visits: readonly WrittenVisit[]): Promise<void> => {
  await db.query(
    `with wanted as (select * from json_to_recordset($1::json) as v(id text, patient text, practitioner text, chair text,
       location text, type text, start timestamptz, minutes int)),
     made as (insert into appointments (document_id, starts_at, ends_at, status, booked_via, overbooked, sequence,
         created_at, updated_at, published_at)
       select id, start at time zone 'UTC', (start + minutes * interval '1 minute') at time zone 'UTC', 'confirmed',
         'desk', false, 0, now(), now(), now() from wanted returning id, document_id),
     claimed as (insert into time_claims (resource_kind, resource_id, during, source_kind, source_id, overbooked)
       select resource.kind, resource.id, tstzrange(start, start + minutes * interval '1 minute'), 'appointment',
         wanted.id, false
       from wanted, lateral (values ('practitioner', practitioner), ('chair', chair)) as resource (kind, id)),
     joined as (select made.id as appointment, wanted.* from made join wanted on wanted.id = made.document_id),
     a as (insert into appointments_patient_lnk (appointment_id, patient_id)
       select j.appointment, p.id from joined j join patients p on p.document_id = j.patient),
     b as (insert into appointments_practitioner_lnk (appointment_id, practitioner_id)
       select j.appointment, p.id from joined j join practitioners p on p.document_id = j.practitioner),
     c as (insert into appointments_chair_lnk (appointment_id, chair_id)
       select j.appointment, c.id from joined j join chairs c on c.document_id = j.chair),
     d as (insert into appointments_location_lnk (appointment_id, location_id)
       select j.appointment, l.id from joined j join locations l on l.document_id = j.location)
     insert into appointments_appointment_type_lnk (appointment_id, appointment_type_id)
       select j.appointment, t.id from joined j join appointment_types t on t.document_id = j.type`,
    [
      JSON.stringify(
        visits.map(({ name, patient, practitioner, chair, location, type, ...visit }) => ({
          ...visit,
          id: idOf(name),
          patient: idOf(patient),
          practitioner: idOf(practitioner),
          chair: idOf(chair),
          location: idOf(location),
          type: idOf(type),
        })),
      ),
    ],
  );
};
