-- A patient of whom anything is kept goes by an erasure alone: it knows what a law keeps, and ends the rest. A record that was
-- made by mistake is what nothing refers to; its own alerts, index and place are part of it.
create or replace function patient_is_referred_to(patient integer, known text) returns boolean language plpgsql stable as $$
declare
  place record;
  referred boolean;
begin
  for place in
    select c.conrelid::regclass::text as name, a.attname as col, patient::text as value
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'patients'::regclass and cardinality(c.conkey) = 1
      and c.conrelid::regclass::text not in
        ('patients_cmps', 'patients_location_lnk', 'patient_locations', 'patient_index', 'patient_pairs')
      and (c.conrelid::regclass::text, a.attname) <> ('patients_guarantor_lnk', 'patient_id')
    union all
    select c.relname, a.attname, known
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
      and a.attname in ('patient', 'patient_id', 'guardian_id', 'relative_id', 'winner_id', 'loser_id')
      and a.atttypid in ('text'::regtype, 'varchar'::regtype) and c.relname <> 'booking_keys'
  loop
    execute format('select exists (select from %I where %I = %L)', place.name, place.col, place.value) into referred;
    if referred then return true; end if;
  end loop;
  return exists (select from calendar_feeds where kind = 'patient' and owner_id = known);
end $$;

create or replace function patients_stay() returns trigger language plpgsql as $$
begin
  if patient_is_referred_to(old.id, old.document_id) then
    raise exception 'The clinic keeps records of this patient: ask for an erasure instead.'
      using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create or replace trigger patients_stay before delete on patients for each row execute function patients_stay();
