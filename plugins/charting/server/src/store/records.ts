import { rows } from '@enamel/kernel/server';
import type { Finding, Step, Surface, Treatment } from '../../../shared/index.ts';

type On = Parameters<typeof rows>[0];

export interface PatientRow {
  readonly id: number;
  readonly documentId: string;
  readonly dateOfBirth: string | null;
}

export const findPatient = async (on: On, documentId: string): Promise<PatientRow | undefined> =>
  (
    await rows<PatientRow>(
      on,
      `select id, document_id as "documentId", date_of_birth::text as "dateOfBirth"
       from patients where document_id = ?`,
      [documentId],
    )
  )[0];

const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const letters = (surfaces: string | null): Surface[] => [...(surfaces ?? '')] as Surface[];

type Stored<T> = Omit<T, 'surfaces'> & { surfaces: string | null };

/** All findings of a patient, oldest first. */
export const findFindings = async (on: On, patient: number): Promise<Finding[]> =>
  (
    await rows<Stored<Finding>>(
      on,
      `select f.document_id as "documentId", f.tooth_number as tooth, f.surfaces, f.kind, f.notes,
         ${instant('f.found_at')} as "foundAt", ${instant('f.resolved_at')} as "resolvedAt",
         s.document_id as "supersededBy", concat_ws(' ', d.title, d.first_name, d.last_name) as practitioner
       from tooth_findings f
       join tooth_findings_patient_lnk p on p.tooth_finding_id = f.id
       left join tooth_findings_superseded_by_lnk sl on sl.tooth_finding_id = f.id
       left join tooth_findings s on s.id = sl.inv_tooth_finding_id
       left join tooth_findings_practitioner_lnk dl on dl.tooth_finding_id = f.id
       left join practitioners d on d.id = dl.practitioner_id
       where p.patient_id = ? order by f.found_at, f.id`,
      [patient],
    )
  ).map((row) => ({
    ...row,
    surfaces: letters(row.surfaces),
    practitioner: row.practitioner || null,
  }));

/** All treatments of a patient with their steps, oldest first. */
export const findTreatments = async (on: On, patient: number): Promise<Treatment[]> =>
  (
    await rows<Omit<Stored<Treatment>, 'steps'> & { steps: string }>(
      on,
      `select t.document_id as "documentId", t.procedure, t.description, t.tooth_number as tooth, t.surfaces,
         t.status, t.total_price as "totalPrice", coalesce(t.discount, 0) as discount, t.date::text as date,
         ${instant('t.created_at')} as "createdAt", ${instant('t.completed_at')} as "completedAt", t.notes,
         concat_ws(' ', d.title, d.first_name, d.last_name) as practitioner,
         s.document_id as "supersededBy", i.document_id as invoice,
         coalesce((
           select jsonb_agg(jsonb_build_object('from', from_status, 'to', to_status,
             'at', ${instant("at at time zone 'UTC'")}) order by at, id)
           from treatment_steps where treatment_id = t.id), '[]')::text as steps
       from treatments t
       join treatments_patient_lnk p on p.treatment_id = t.id
       left join treatments_practitioner_lnk dl on dl.treatment_id = t.id
       left join practitioners d on d.id = dl.practitioner_id
       left join treatments_superseded_by_lnk sl on sl.treatment_id = t.id
       left join treatments s on s.id = sl.inv_treatment_id
       left join treatments_invoice_lnk il on il.treatment_id = t.id
       left join invoices i on i.id = il.invoice_id
       where p.patient_id = ? order by t.created_at, t.id`,
      [patient],
    )
  ).map((row) => ({
    ...row,
    surfaces: letters(row.surfaces),
    practitioner: row.practitioner || null,
    tooth: row.tooth || null,
    steps: JSON.parse(row.steps) as Step[],
  }));
