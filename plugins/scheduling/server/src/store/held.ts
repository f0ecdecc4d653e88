import { rows, type Transaction } from '@enamel/kernel/server';

/** Visits of a patient that are still to come. */
export const countAhead = async (
  on: Parameters<typeof rows>[0],
  patient: number,
  now: string,
): Promise<number> => {
  const [found] = await rows<{ number: number }>(
    on,
    `select count(*)::int as number from appointments a
     join appointments_patient_lnk l on l.appointment_id = a.id
     where l.patient_id = :patient and a.status in ('pending', 'confirmed', 'arrived', 'seated')
       and a.ends_at > (:now::timestamptz at time zone 'UTC')`,
    { patient, now },
  );
  return found?.number ?? 0;
};

/** What a patient's visits claim, and the words of whoever moved them. */
export const eraseClaims = async (trx: Transaction, patient: number): Promise<void> => {
  const visits = `select a.document_id from appointments a
    join appointments_patient_lnk l on l.appointment_id = a.id where l.patient_id = ?`;
  await rows(
    trx,
    `delete from time_claims where source_kind = 'appointment' and source_id in (${visits})`,
    [patient],
  );
  await rows(
    trx,
    `update appointment_moves set reason = null where reason is not null and appointment_id in (${visits})`,
    [patient],
  );
};

/** Offers, reserved times and feeds of a patient; nothing more is offered to them. */
export const eraseWaiting = async (trx: Transaction, patient: string): Promise<void> => {
  await rows(trx, 'delete from wait_list_offers where patient_id = ?', [patient]);
  await rows(trx, 'delete from holds where patient = ?', [patient]);
  await rows(trx, "delete from calendar_feeds where kind = 'patient' and owner_id = ?", [patient]);
};
