-- Finding a patient by parts of name, phone or e-mail, whatever the accents.
create or replace function search_text(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent', value));

create index if not exists patients_search on patients using gin (
  search_text(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, '') || ' ' ||
    coalesce(email, '') || ' ' || regexp_replace(coalesce(mobile_number, ''), '\D', '', 'g')) gin_trgm_ops
);
