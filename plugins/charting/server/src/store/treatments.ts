import { rows, type Transaction } from '@enamel/kernel/server';
import type { TreatmentStatus } from '../../../shared/index.ts';
import type { TreatmentEntry } from '../domain/entry.ts';

export interface TreatmentRow extends TreatmentEntry {
  readonly id: number;
  readonly documentId: string;
  readonly patientId: number | null;
  readonly patient: string | null;
  readonly invoice: number | null;
  readonly completedAt: Date | null;
}

/** The treatment as it stands, locked until the transaction ends. */
export const lockTreatment = async (
  trx: Transaction,
  documentId: string,
): Promise<TreatmentRow | undefined> =>
  (
    await rows<TreatmentRow>(
      trx,
      `select t.id, t.document_id as "documentId", t.procedure, nullif(t.tooth_number, '') as "toothNumber",
         coalesce(t.surfaces, '') as surfaces, t.status, t.total_price as "totalPrice",
         coalesce(t.discount, 0) as discount, t.completed_at as "completedAt",
         (select p.id from patients p join treatments_patient_lnk l on l.patient_id = p.id
          where l.treatment_id = t.id) as "patientId",
         (select p.document_id from patients p join treatments_patient_lnk l on l.patient_id = p.id
          where l.treatment_id = t.id) as patient,
         (select invoice_id from treatments_invoice_lnk l where l.treatment_id = t.id) as invoice
       from treatments t where t.document_id = ? for update of t`,
      [documentId],
    )
  )[0];

export interface StepRow {
  readonly treatment: number;
  readonly from: TreatmentStatus | null;
  readonly to: TreatmentStatus;
  readonly at: Temporal.Instant;
  readonly actor: { readonly kind: string; readonly id: string };
}

export const insertStep = async (trx: Transaction, step: StepRow): Promise<void> => {
  await rows(
    trx,
    `insert into treatment_steps (treatment_id, from_status, to_status, at, actor_kind, actor_id)
     values (?, ?, ?, ?, ?, ?)`,
    [step.treatment, step.from, step.to, step.at.toString(), step.actor.kind, step.actor.id],
  );
};

/** Who completed it and when; undefined for one that was imported. */
export const findCompletion = async (
  trx: Transaction,
  treatment: number,
): Promise<{ by: string; at: Date } | undefined> =>
  (
    await rows<{ by: string; at: Date }>(
      trx,
      `select actor_kind || ' ' || actor_id as by, at from treatment_steps
       where treatment_id = ? and to_status = 'completed' order by at desc, id desc limit 1`,
      [treatment],
    )
  )[0];
