-- Text as it is searched: without accents and capitals.
create or replace function search_text(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent', value));

-- Patients are found through patient_index (230).
drop index if exists patients_search;
