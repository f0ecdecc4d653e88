import { patientInScope, type Scope } from '@enamel/access';
import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { UnbilledPatient } from '../../../shared/index.ts';
import type { BillableTreatment } from '../domain/invoice.ts';

export interface UnbilledRow extends BillableTreatment {
  readonly id: number;
  readonly documentId: string;
  readonly date: string | null;
  readonly practitioner: string | null;
  /** Document id of the location where it was done. */
  readonly location: string | null;
}

const select = `
  select treatment.id, treatment.document_id as "documentId", treatment.procedure, treatment.description,
         treatment.tooth_number as "toothNumber", treatment.surfaces,
         treatment.total_price as "totalPrice", treatment.discount,
         to_char(coalesce(treatment.date, treatment.completed_at::date), 'YYYY-MM-DD') as date,
         concat_ws(' ', practitioner.title, practitioner.first_name, practitioner.last_name) as practitioner, location.document_id as location
  from treatments treatment
  join treatments_patient_lnk of_patient on of_patient.treatment_id = treatment.id
  join patients patient on patient.id = of_patient.patient_id
  left join treatments_invoice_lnk billed on billed.treatment_id = treatment.id
  left join treatments_practitioner_lnk by_practitioner on by_practitioner.treatment_id = treatment.id
  left join practitioners practitioner on practitioner.id = by_practitioner.practitioner_id
  left join treatments_appointment_lnk at_appointment on at_appointment.treatment_id = treatment.id
  left join appointments_location_lnk at_location on at_location.appointment_id = at_appointment.appointment_id
  left join locations location on location.id = at_location.location_id
  where patient.document_id = :patient and treatment.status = 'completed' and billed.treatment_id is null`;

/** A patient's completed treatments that no invoice has, the oldest first. */
export const unbilledOf = (strapi: Core.Strapi, patient: string): Promise<UnbilledRow[]> =>
  rows(strapi.db.connection, `${select} order by date, treatment.id`, { patient });

/** Patients with completed treatments that no invoice has, the latest first, at most a hundred. */
export const unbilledPatients = (strapi: Core.Strapi, scope: Scope): Promise<UnbilledPatient[]> =>
  rows(
    strapi.db.connection,
    `select patient.document_id as "documentId", patient.first_name as "firstName",
            patient.last_name as "lastName", count(*)::integer as treatments,
            sum(greatest(treatment.total_price - coalesce(treatment.discount, 0), 0))::integer as amount,
            to_char(max(coalesce(treatment.date, treatment.completed_at::date)), 'YYYY-MM-DD') as date
     from treatments treatment
     join treatments_patient_lnk of_patient on of_patient.treatment_id = treatment.id
     join patients patient on patient.id = of_patient.patient_id
     where treatment.status = 'completed' and ${patientInScope(scope, 'patient.id')}
       and not exists (select from treatments_invoice_lnk billed where billed.treatment_id = treatment.id)
     group by patient.id
     order by max(coalesce(treatment.date, treatment.completed_at::date)) desc nulls last, patient.id
     limit 100`,
  );

/** The given ones of them, held so that nobody bills them meanwhile. Those billed or not completed are left out. */
export const lockUnbilled = async (
  trx: Transaction,
  patient: string,
  treatments: readonly string[],
): Promise<UnbilledRow[]> => {
  await rows(
    trx,
    'select id from treatments where document_id = any(cast(:treatments as text[])) order by id for update',
    { treatments },
  );
  return rows(
    trx,
    `${select} and treatment.document_id = any(cast(:treatments as text[])) order by date, treatment.id`,
    {
      patient,
      treatments,
    },
  );
};

/** Lets go of an invoice's treatments, so that they can be billed anew. */
export const releaseTreatments = async (trx: Transaction, invoice: string): Promise<void> => {
  await rows(
    trx,
    `delete from treatments_invoice_lnk
     where invoice_id = (select id from invoices where document_id = ?)`,
    [invoice],
  );
};
