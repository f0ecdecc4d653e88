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

/** Offers and reserved times of a patient; nothing more is offered to them. */
export const eraseWaiting = async (trx: Transaction, patient: string): Promise<void> => {
  await rows(trx, 'delete from wait_list_offers where patient_id = ?', [patient]);
  await rows(trx, 'delete from holds where patient = ?', [patient]);
};

export const eraseFeeds = async (trx: Transaction, patient: string): Promise<void> => {
  await rows(trx, "delete from calendar_feeds where kind = 'patient' and owner_id = ?", [patient]);
};

type Held = Record<string, unknown>;

const at = (column: string, name: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "${name}"`;

/** Times that were offered to a patient, the oldest first. */
export const offersHeld = (on: Parameters<typeof rows>[0], patient: string): Promise<Held[]> =>
  rows(
    on,
    `select 'offer' as kind, o.state as status, t.name as "appointmentType", p.full_name as practitioner, l.name as location,
       ${at('o.starts_at', 'startsAt')}, ${at('o.ends_at', 'endsAt')}, ${at('o.offered_at', 'sentAt')}
     from wait_list_offers o
     left join appointment_types t on t.document_id = o.appointment_type_id
     left join practitioners p on p.document_id = o.practitioner_id
     left join locations l on l.document_id = o.location_id
     where o.patient_id = ? order by o.offered_at, o.id`,
    [patient],
  );

/** Addresses under which a patient's calendar program reads their visits, without the secret. */
export const feedsHeld = (on: Parameters<typeof rows>[0], patient: string): Promise<Held[]> =>
  rows(
    on,
    `select language, ${at('made_at', 'addedAt')}, ${at('fetched_at', 'usedAt')}, ${at('revoked_at', 'revokedAt')}
     from calendar_feeds where kind = 'patient' and owner_id = ? order by made_at, id`,
    [patient],
  );
