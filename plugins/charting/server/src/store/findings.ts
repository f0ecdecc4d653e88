import { rows, type Transaction } from '@enamel/kernel/server';
import type { FindingEntry } from '../domain/entry.ts';

export interface FindingRow extends FindingEntry {
  readonly id: number;
  readonly documentId: string;
  readonly patient: string | null;
  readonly resolvedAt: Date | null;
}

/** The finding as it stands, locked until the transaction ends. */
export const lockFinding = async (
  trx: Transaction,
  documentId: string,
): Promise<FindingRow | undefined> =>
  (
    await rows<FindingRow>(
      trx,
      `select f.id, f.document_id as "documentId", f.tooth_number as "toothNumber",
         coalesce(f.surfaces, '') as surfaces, f.kind, f.resolved_at as "resolvedAt",
         (select p.document_id from patients p join tooth_findings_patient_lnk l on l.patient_id = p.id
          where l.tooth_finding_id = f.id) as patient
       from tooth_findings f where f.document_id = ? for update of f`,
      [documentId],
    )
  )[0];

/** The numeric id of the patient that an entry belongs to. */
export const findOwner = async (
  trx: Transaction,
  noun: 'tooth_finding' | 'treatment',
  id: number,
): Promise<number | undefined> =>
  (
    await rows<{ patient_id: number }>(trx, 'select patient_id from ?? where ?? = ?', [
      `${noun}s_patient_lnk`,
      `${noun}_id`,
      id,
    ])
  )[0]?.patient_id;
