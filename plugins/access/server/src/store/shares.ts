import { rows, type Transaction } from '@enamel/kernel/server';
import type { PatientPlaces } from '../../../shared/scope.ts';

type Connection = Parameters<typeof rows>[0];

/** All places of the clinic, and how a patient is known at each. */
export const placesOfPatient = (
  on: Connection,
  patient: string,
): Promise<PatientPlaces['places']> =>
  rows<PatientPlaces['places'][number]>(
    on,
    `select l.document_id as "documentId", l.name,
       coalesce((select json_agg(k.source order by k.source) from patient_locations k
         join patients p on p.id = k.patient_id
         where p.document_id = ? and k.location_id = l.id), '[]') as sources
     from locations l where l.active order by l.position, l.id`,
    [patient],
  );

/** @returns the place's name; undefined when there is nothing to change */
export const writeShare = async (
  trx: Transaction,
  share: { patient: string; place: string; shared: boolean },
): Promise<string | undefined> => {
  const { shared, ...named } = share;
  const [written] = await rows<{ name: string }>(
    trx,
    shared
      ? `with made as (
           insert into patient_locations (patient_id, location_id, source)
           select p.id, l.id, 'shared' from patients p, locations l
           where p.document_id = :patient and l.document_id = :place
           on conflict do nothing returning location_id)
         select l.name from made join locations l on l.id = made.location_id`
      : `with gone as (
           delete from patient_locations k using patients p, locations l
           where p.document_id = :patient and l.document_id = :place and k.patient_id = p.id
             and k.location_id = l.id and k.source = 'shared' returning l.name)
         select name from gone`,
    named,
  );
  return written?.name;
};
