import { rows } from '@enamel/kernel/server';
import type { Colleague } from '../../../../shared/people.ts';
import type { Runner } from '../runner.ts';

/** The active practitioners in their order. */
export const colleagues = (on: Runner): Promise<Colleague[]> =>
  rows(
    on,
    `select p.document_id as "documentId", concat_ws(' ', p.title, p.first_name, p.last_name) as name, p.profession,
       (select coalesce(json_agg(l.document_id order by l.position, l.id), '[]') from practitioners_locations_lnk pl
        join locations l on l.id = pl.location_id and l.active where pl.practitioner_id = p.id) as locations
     from practitioners p where p.active order by p.position, p.id`,
  );
