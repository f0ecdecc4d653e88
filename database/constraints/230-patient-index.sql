-- How patients are found as one types, over any number of them: docs/decisions/0017-finding-patients.md.
create or replace function search_words(value text) returns text[]
  language sql immutable strict parallel safe
  return array_remove(regexp_split_to_array(search_text(value), '[\s.,;:''’`´"()/_+@-]+'), '');

-- The digits of a number that its national and international forms share. Country codes are those of E.164.
create or replace function phone_digits(value text) returns text
  language sql immutable strict parallel safe
  return case when value ~ '^[\s(]*(\+|00)'
    then regexp_replace(ltrim(regexp_replace(value, '\D', '', 'g'), '0'),
      '^(1|7|2[07]|3[0-469]|4[0-13-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])\d)0*', '')
    else ltrim(regexp_replace(value, '\D', '', 'g'), '0') end;

-- What one may type the beginning of: the name as each of its words followed by each other, the address from each part of
-- its name on, the number from both ends.
create or replace function patient_entries(first_name text, last_name text, email text, mobile_number text)
  returns table (kind text, entry text)
  language sql immutable parallel safe as $$
  with words as materialized (select (search_words(concat_ws(' ', first_name, last_name)))[:5] as w),
  mail as materialized (select search_text(email) as m),
  phone as materialized (select phone_digits(mobile_number) as d)
  select 'name', left(w[i] || case when i <> j then ' ' || w[j] else '' end || coalesce((
    select string_agg(' ' || word, '' order by k) from unnest(w) with ordinality u (word, k) where k not in (i, j)), ''),
    200) || ' '
  from words, generate_subscripts(w, 1) i, generate_subscripts(w, 1) j
  where i <> j or cardinality(w) = 1
  union all
  select 'mail', left(substr(m, i), 200) from mail, generate_series(1, position('@' in m)) i
  where i = 1 or substr(m, i - 1, 1) ~ '[._+-]'
  union all
  select kind, entry
  from phone, lateral (values ('phone', left(d, 40)), ('phone-end', reverse(left(d, 40)))) x (kind, entry)
  where d <> ''
$$;

create table if not exists patient_index (
  patient_id integer not null references patients (id) on delete cascade,
  kind text not null check (kind in ('name', 'mail', 'phone', 'phone-end')),
  entry text collate "C" not null,
  primary key (kind, entry, patient_id)
);
create index if not exists patient_index_of on patient_index (patient_id);

-- Each word of a name once, for names that are typed wrong.
create table if not exists name_words (word text collate "C" primary key);
create index if not exists name_words_alike on name_words using gin (word gin_trgm_ops);

create or replace function keep_patient_index() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from patient_index where patient_id = new.id;
  end if;
  if not coalesce(new.archived, false) then
    insert into patient_index
    select new.id, e.kind, e.entry
    from patient_entries(new.first_name, new.last_name, new.email, new.mobile_number) e
    on conflict do nothing;
    insert into name_words
    select distinct left(word, 200) from unnest(search_words(concat_ws(' ', new.first_name, new.last_name))) word order by 1
    on conflict do nothing;
  end if;
  return null;
end $$;
create or replace trigger patients_indexed after insert on patients
  for each row execute function keep_patient_index();
create or replace trigger patients_indexed_anew
  after update of first_name, last_name, email, mobile_number, archived on patients
  for each row when ((old.first_name, old.last_name, old.email, old.mobile_number, old.archived)
    is distinct from (new.first_name, new.last_name, new.email, new.mobile_number, new.archived))
  execute function keep_patient_index();

do $$ begin
  if not exists (select from patient_index) then
    insert into patient_index
    select p.id, e.kind, e.entry
    from patients p, patient_entries(p.first_name, p.last_name, p.email, p.mobile_number) e
    where not coalesce(p.archived, false)
    on conflict do nothing;
    insert into name_words select distinct split_part(entry, ' ', 1) from patient_index where kind = 'name'
    on conflict do nothing;
  end if;
end $$;

-- The list of all patients, in order.
create index if not exists patients_by_name on patients (last_name, first_name, id) where archived is not true;

-- A word that nobody bears any more is forgotten. Whoever is naming a patient is waited for, so that no word is missed.
create or replace function forget_name_words() returns void language plpgsql as $$
begin
  lock table name_words in share row exclusive mode;
  delete from name_words w where not exists (
    select from patient_index i
    where i.kind = 'name' and i.entry >= w.word || ' ' and i.entry < w.word || '!');
end $$;
