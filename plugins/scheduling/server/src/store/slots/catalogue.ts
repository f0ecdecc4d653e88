import type { Catalogue } from '../../../../shared/booking.ts';
import { descriptionOf, nameOf } from '../names.ts';
import { prepared, type Runner } from '../runner.ts';

const picture = (uid: string, id: string, field: string) =>
  `(select f.url from files f join files_related_mph fr on fr.file_id = f.id
    where fr.related_type = '${uid}' and fr.field = '${field}' and fr.related_id = ${id} limit 1)`;

const minutes = (column: string) => `(extract(epoch from ${column}) / 60)::int`;
/** An entry's minutes of its day; one that ends at or before its start ends on the next. */
const span = `int4range(${minutes('h.start_time')},
  ${minutes('h.end_time')} + case when h.end_time <= h.start_time then 1440 else 0 end)`;
const wall = (minute: string) => `to_char(make_interval(mins => ${minute} % 1440), 'HH24:MI')`;

const statement = `
with c as (select * from clinics order by id limit 1),
spoken as (select coalesce(cast(:language as text), (select default_language from c), 'ro') as language),
bookable as (select * from appointment_types where active and online_bookable),
open as (select * from locations where active),
people as (
  select * from practitioners p where active and online_bookable and exists (
    select from practitioners_appointment_types_lnk pt join bookable b on b.id = pt.appointment_type_id
    where pt.practitioner_id = p.id)
),
shifts as (
  select l.location_id,
    array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
                   h.day_of_week::text) as day,
    range_agg(${span}) filter (where h.is_available is not false)
      - coalesce(range_agg(${span}) filter (where h.is_available is false), '{}') as spans
  from working_hours_entries h
  join working_hours_entries_practitioner_lnk w on w.working_hours_id = h.id join people p on p.id = w.practitioner_id
  join working_hours_entries_location_lnk l on l.working_hours_id = h.id join open o on o.id = l.location_id
  where (cast(:now as timestamptz) at time zone o.zone)::date
    between coalesce(h.valid_from, '-infinity') and coalesce(h.valid_until, 'infinity')
  group by l.location_id, p.id, day
),
week as (
  select location_id, day, unnest(range_agg(span)) as span from shifts, unnest(spans) as span group by location_id, day
)
select
  json_build_object('name', coalesce((select name from c), ''), 'tagline', (select tagline from c),
    'phone', (select phone from c), 'email', (select email from c), 'address', (select address from c),
    'logo', ${picture('api::clinic.clinic', '(select id from c)', 'logo')},
    'primaryColor', coalesce((select primary_color from c), '#0F766E'),
    'currency', coalesce((select currency from c), 'RON'),
    'languages', coalesce((select languages from c), '["en","ro"]'),
    'defaultLanguage', coalesce((select default_language from c), 'ro'),
    'paymentInstructions', (select payment_instructions from c),
    'zone', coalesce((select zone from c), 'Europe/Bucharest')) as clinic,
  (select coalesce(json_agg(json_build_object('documentId', document_id, 'name', name, 'slug', slug,
     'address', address, 'city', city, 'phone', phone, 'zone', zone,
     'hours', (select coalesce(json_agg(json_build_object('dayOfWeek', day, 'startTime', ${wall('lower(span)')},
        'endTime', ${wall('upper(span)')}) order by day, span), '[]') from week where location_id = open.id)
     ) order by position, id), '[]') from open) as locations,
  (select coalesce(json_agg(json_build_object('documentId', t.document_id,
     'name', ${nameOf('(select language from spoken)')},
     'description', ${descriptionOf('(select language from spoken)')},
     'category', t.category, 'duration', t.duration, 'price', coalesce(t.price, 0), 'color', t.color,
     'slotStep', coalesce(t.slot_step, 15)) order by t.position, t.id), '[]') from bookable t) as "appointmentTypes",
  (select coalesce(json_agg(json_build_object('documentId', p.document_id,
     'name', concat_ws(' ', p.first_name, p.last_name), 'title', p.title, 'specialization', p.specialization,
     'biography', p.biography, 'color', p.color,
     'photo', ${picture('api::practitioner.practitioner', 'p.id', 'photo')},
     'locations', (select coalesce(json_agg(o.document_id order by o.position, o.id), '[]')
        from practitioners_locations_lnk pl join open o on o.id = pl.location_id where pl.practitioner_id = p.id),
     'appointmentTypes', (select coalesce(json_agg(b.document_id order by b.position, b.id), '[]')
        from practitioners_appointment_types_lnk pt join bookable b on b.id = pt.appointment_type_id
        where pt.practitioner_id = p.id)
     ) order by p.position, p.id), '[]') from people p) as practitioners`;

/** What visitors may know, in a language or the clinic's own, with the hours that hold `now`. One statement. */
export const readCatalogue = async (
  on: Runner,
  language: string | null,
  now: Temporal.Instant,
): Promise<Catalogue> => {
  const [row] = await prepared<Catalogue>(on, 'scheduling.catalogue', statement, {
    language,
    now: now.toString(),
  });
  if (!row) throw new Error('The statement of the catalogue answered no row.');
  return row;
};
