import type { Catalogue } from '../../../shared/booking.ts';
import { descriptionOf, nameOf } from './names.ts';
import { prepared, type Runner } from './runner.ts';

const picture = (uid: string, id: string, field: string) =>
  `(select f.url from files f join files_related_mph fr on fr.file_id = f.id
    where fr.related_type = '${uid}' and fr.field = '${field}' and fr.related_id = ${id} limit 1)`;

const statement = `
with c as (select * from clinics order by id limit 1),
spoken as (select coalesce(cast(:language as text), (select default_language from c), 'ro') as language),
bookable as (select * from appointment_types where active and online_bookable),
open as (select * from locations where active),
people as (
  select * from practitioners p where active and online_bookable and exists (
    select from practitioners_appointment_types_lnk pt join bookable b on b.id = pt.appointment_type_id
    where pt.practitioner_id = p.id)
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
     'address', address, 'city', city, 'phone', phone, 'zone', zone) order by position, id), '[]') from open) as locations,
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

/** What visitors may know, in a language or the clinic's own. One statement. */
export const readCatalogue = async (on: Runner, language: string | null): Promise<Catalogue> => {
  const [row] = await prepared<Catalogue>(on, 'scheduling.catalogue', statement, { language });
  if (!row) throw new Error('The statement of the catalogue answered no row.');
  return row;
};
