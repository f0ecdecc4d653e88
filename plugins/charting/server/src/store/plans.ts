import { rows } from '@enamel/kernel/server';

type Runner = Parameters<typeof rows>[0];

export interface PlanRow {
  readonly patient: string;
  readonly appointmentType: string;
  readonly procedure: string;
  readonly toothNumber: string | null;
  readonly others: number;
}

/**
 * The oldest planned treatment of each patient who has no visit ahead, is not waiting already, and whom the practitioner
 * could treat; the practitioner's own plans first, then the oldest.
 */
export const unscheduledPlans = (
  on: Runner,
  gap: { readonly practitioner: string; readonly now: number },
) =>
  rows<PlanRow>(
    on,
    `with planned as (
       select t.id, p.id as patient_id, p.document_id as patient, y.document_id as "appointmentType",
         t.procedure, nullif(t.tooth_number, '') as "toothNumber", t.created_at,
         coalesce(tw.practitioner_id = free.id, false) as own
       from treatments t
       join treatments_patient_lnk tp on tp.treatment_id = t.id join patients p on p.id = tp.patient_id
       join treatments_appointment_type_lnk ty on ty.treatment_id = t.id
       join appointment_types y on y.id = ty.appointment_type_id and y.active
       join practitioners free on free.document_id = :practitioner
       join practitioners_appointment_types_lnk can
         on can.practitioner_id = free.id and can.appointment_type_id = y.id
       left join treatments_practitioner_lnk tw on tw.treatment_id = t.id
       where t.status = 'planned' and not coalesce(p.archived, false)
         and not exists (select from treatments_superseded_by_lnk s where s.treatment_id = t.id)
         and not exists (
           select from appointments a join appointments_patient_lnk ap on ap.appointment_id = a.id
           where ap.patient_id = p.id and a.status in ('pending', 'confirmed', 'arrived', 'seated')
             and a.ends_at > to_timestamp(:now / 1000.0) at time zone 'UTC')
     )
     select * from (
       select distinct on (patient) patient, "appointmentType", procedure, "toothNumber", own, created_at,
         (count(*) over (partition by patient) - 1)::int as others
       from planned order by patient, own desc, created_at, id) first
     order by own desc, created_at limit 12`,
    { practitioner: gap.practitioner, now: gap.now },
  );
