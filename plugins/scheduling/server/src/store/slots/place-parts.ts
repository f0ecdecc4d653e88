/** Parts of statements about one location: who works there and when, and when nobody does. */
import type { WeeklyHours } from '../../domain/slots/opening.ts';

export interface PlaceRow {
  readonly documentId: string;
  readonly zone: string;
  /** ISO 3166, or empty. */
  readonly country: string;
  readonly observesHolidays: boolean;
}

export interface PractitionerOfPlace {
  readonly documentId: string;
  readonly name: string;
  readonly profession: string;
  readonly color: string | null;
  readonly appointmentTypes: readonly string[];
  readonly hours: readonly WeeklyHours[];
}

/** Epoch milliseconds; all three null when the whole clinic is closed. */
export interface TimeOffRow {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly reason: string | null;
  readonly practitioner: string | null;
  readonly chair: string | null;
  readonly location: string | null;
}

const instant = (name: string) => `to_timestamp(:${name} / 1000.0) at time zone 'UTC'`;

/** The location `:location`, the first active one when null. */
export const place = `place as (
  select * from locations where document_id = :location
    or (cast(:location as text) is null and id = (select id from locations where active order by position, id limit 1))
)`;

/** {@link PlaceRow} of `place`. */
export const placeRow = `(select json_build_object('documentId', document_id, 'zone', zone,
     'country', coalesce(country, ''), 'observesHolidays', coalesce(observes_holidays, false)) from place)`;

/** Each {@link PractitionerOfPlace}, in the order of the columns. */
export const practitioners = `(select coalesce(json_agg(json_build_object('documentId', p.document_id,
     'name', concat_ws(' ', p.title, p.first_name, p.last_name), 'profession', p.profession, 'color', p.color,
     'appointmentTypes', (select coalesce(json_agg(t.document_id order by t.position, t.id), '[]')
        from practitioners_appointment_types_lnk pt join appointment_types t on t.id = pt.appointment_type_id
        where pt.practitioner_id = p.id),
     'hours', (select coalesce(json_agg(json_build_object(
        'weekday', array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
                                  h.day_of_week::text),
        'from', (extract(epoch from h.start_time) / 60)::int, 'to', (extract(epoch from h.end_time) / 60)::int,
        'available', coalesce(h.is_available, true),
        'validFrom', h.valid_from, 'validUntil', h.valid_until,
        'weeks', coalesce(h.weeks, 'every'), 'instead', coalesce(h.instead, false))), '[]')
        from working_hours_entries h
        join working_hours_entries_practitioner_lnk hp on hp.working_hours_id = h.id and hp.practitioner_id = p.id
        join working_hours_entries_location_lnk hl on hl.working_hours_id = h.id
        join place on place.id = hl.location_id)
     ) order by p.position, p.id), '[]')
     from practitioners p
     where p.active and exists (select from practitioners_locations_lnk pl join place on place.id = pl.location_id
       where pl.practitioner_id = p.id))`;

/** Each {@link TimeOffRow} that touches `:since` to `:until`. */
export const timeOff = `(select coalesce(json_agg(json_build_object('start', (extract(epoch from o.starts_at) * 1000)::bigint,
     'end', (extract(epoch from o.ends_at) * 1000)::bigint, 'kind', o.kind, 'reason', o.reason,
     'practitioner', p.document_id, 'chair', c.document_id, 'location', l.document_id) order by o.starts_at), '[]')
     from time_offs o
     left join time_offs_practitioner_lnk op on op.time_off_id = o.id left join practitioners p on p.id = op.practitioner_id
     left join time_offs_chair_lnk oc on oc.time_off_id = o.id left join chairs c on c.id = oc.chair_id
     left join time_offs_location_lnk ol on ol.time_off_id = o.id left join locations l on l.id = ol.location_id
     where o.starts_at < ${instant('until')} and o.ends_at > ${instant('since')}
       and not exists (select from time_offs_equipment_lnk oe where oe.time_off_id = o.id)
       and (l.id is null or l.id in (select id from place)))`;
