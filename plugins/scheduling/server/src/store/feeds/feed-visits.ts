import { rows } from '@enamel/kernel/server';
import type { FeedKind } from '../../../../shared/feeds.ts';
import type { FeedVisit } from '../../domain/feeds/feed.ts';
import { nameOf } from '../names.ts';
import type { Runner } from '../runner.ts';

const epoch = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const local = (name: string) =>
  `to_timestamp(cast(:${name} as float8) / 1000.0) at time zone 'UTC'`;

const whose: Record<FeedKind, string> = {
  practitioner: 'w.document_id = :owner',
  location: 'l.document_id = :owner',
  patient: 'p.document_id = :owner',
};

const statement = (kind: FeedKind) => `
select a.document_id as "documentId", a.status, ${epoch('a.starts_at')} as start, ${epoch('a.ends_at')} as "end",
  coalesce(a.sequence, 0) as sequence, ${epoch('coalesce(a.updated_at, a.created_at, a.starts_at)')} as "writtenAt",
  ${nameOf(':language')} as service, w.full_name as practitioner, c.name as chair, l.name as location,
  nullif(concat_ws(', ', nullif(l.address, ''), nullif(l.city, '')), '') as address, l.phone,
  p.document_id as patient,
  nullif(concat(nullif(left(p.first_name, 1), '') || '.', nullif(left(p.last_name, 1), '') || '.'), '') as initials
from appointments a
join appointments_patient_lnk ap on ap.appointment_id = a.id join patients p on p.id = ap.patient_id
join appointments_appointment_type_lnk att on att.appointment_id = a.id
join appointment_types t on t.id = att.appointment_type_id
left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
left join practitioners w on w.id = aw.practitioner_id
left join appointments_location_lnk al on al.appointment_id = a.id left join locations l on l.id = al.location_id
left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
where ${whose[kind]} and a.starts_at >= ${local('start')} and a.starts_at < ${local('end')}
  and (a.status <> 'cancelled'
    or coalesce(a.cancelled_at, a.updated_at, a.starts_at) >= ${local('cancelledSince')})
order by a.starts_at, a.document_id`;

export const feedVisits = (
  on: Runner,
  kind: FeedKind,
  owner: string,
  language: string,
  span: { readonly start: number; readonly end: number; readonly cancelledSince: number },
): Promise<FeedVisit[]> => rows<FeedVisit>(on, statement(kind), { owner, language, ...span });
