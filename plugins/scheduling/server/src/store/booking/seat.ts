import { rows, type Transaction } from '@enamel/kernel/server';

/** Whether another visit's claim on the chair meets this visit's. The constraint on claims judges those who race. */
export const chairTaken = async (
  trx: Transaction,
  appointment: string,
  chair: string,
): Promise<boolean> => {
  const [found] = await rows<{ taken: boolean }>(
    trx,
    `select exists (
       select from time_claims own join time_claims other
         on other.resource_kind = 'chair' and other.resource_id = :chair and other.during && own.during
         and (other.source_kind, other.source_id) <> (own.source_kind, own.source_id)
       where own.source_kind = 'appointment' and own.source_id = :appointment and own.resource_kind = 'chair'
         and not own.overbooked) as taken`,
    { appointment, chair },
  );
  return found?.taken ?? false;
};

/** Moves a visit and its claim to another chair of its location; false when there is no such chair there. */
export const sitIn = async (
  trx: Transaction,
  appointment: string,
  chair: string,
): Promise<boolean> => {
  const moved = await rows(
    trx,
    `with seat as (
       select a.id as appointment_id, c.id as chair_id from appointments a
       join appointments_location_lnk al on al.appointment_id = a.id
       join chairs_location_lnk cl on cl.location_id = al.location_id
       join chairs c on c.id = cl.chair_id and c.active and c.document_id = :chair
       where a.document_id = :appointment),
     gone as (delete from appointments_chair_lnk l using seat where l.appointment_id = seat.appointment_id
       and l.chair_id <> seat.chair_id),
     linked as (insert into appointments_chair_lnk (appointment_id, chair_id) select appointment_id, chair_id from seat),
     claimed as (update time_claims set resource_id = :chair from seat
       where source_kind = 'appointment' and source_id = :appointment and resource_kind = 'chair')
     select chair_id from seat`,
    { appointment, chair },
  );
  return moved.length > 0;
};
