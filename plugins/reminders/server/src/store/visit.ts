import { rows } from '@enamel/kernel/server';
import type { VisitFacts } from '../domain/values.ts';
import { type Database, instantOf } from './database.ts';

export interface Visit extends VisitFacts {
  readonly status: string;
  readonly sequence: number;
}

interface Row {
  status: string;
  sequence: number | null;
  start: Date;
  end: Date;
  reason: string | null;
  type: string | null;
  practitioner: string | null;
  name: string | null;
  address: string | null;
  city: string | null;
  phone: string | null;
  zone: string;
}

/** A visit as a patient knows it, with the type's name in their language where it is translated. */
export const visitOf = async (
  on: Database,
  appointment: string,
  language: string | null,
): Promise<Visit | undefined> => {
  const [row] = await rows<Row>(
    on,
    `select a.status, a.sequence, a.starts_at at time zone 'UTC' "start", a.ends_at at time zone 'UTC' "end",
       a.cancel_reason reason,
       coalesce((
         select c.name from appointment_types_cmps tc
         join components_clinic_translations c on c.id = tc.cmp_id
         where tc.entity_id = t.id and tc.field = 'translations' and c.language = :language limit 1), t.name) "type",
       nullif(concat_ws(' ', pr.title, pr.first_name, pr.last_name), '') practitioner,
       lo.name, lo.address, lo.city, lo.phone,
       coalesce(lo.zone, (select zone from clinics limit 1), 'Europe/Bucharest') "zone"
     from appointments a
     left join appointments_appointment_type_lnk lt on lt.appointment_id = a.id
     left join appointment_types t on t.id = lt.appointment_type_id
     left join appointments_practitioner_lnk lp on lp.appointment_id = a.id
     left join practitioners pr on pr.id = lp.practitioner_id
     left join appointments_location_lnk ll on ll.appointment_id = a.id
     left join locations lo on lo.id = ll.location_id
     where a.document_id = :appointment limit 1`,
    { appointment, language },
  );
  if (!row) return undefined;
  return {
    status: row.status,
    sequence: row.sequence ?? 0,
    start: instantOf(row.start),
    end: instantOf(row.end),
    zone: row.zone,
    cancelReason: row.reason,
    appointmentType: row.type,
    practitioner: row.practitioner,
    location: { name: row.name ?? '', address: row.address, city: row.city, phone: row.phone },
  };
};
