-- Nothing of a record under a legal hold is deleted or made another's, whoever does it. It may still be written on.
create or replace function under_legal_hold(known text) returns boolean language sql stable as $$
  select exists (select from privacy_holds where patient_id = any (patient_ids(patient_today(known))))
$$;
create or replace function privacy_held(patient integer) returns boolean language sql stable as $$
  select coalesce((select under_legal_hold(p.document_id) from patients p where p.id = patient), false)
$$;
create or replace function privacy_refuse_held(held boolean) returns void language plpgsql as $$
begin
  if held then
    raise exception 'A legal hold keeps this record.' using errcode = 'integrity_constraint_violation';
  end if;
end $$;

-- Arguments: the table that links the record to its patient, and its column for the record; none where the row says whose it is.
create or replace function privacy_keep_held() returns trigger language plpgsql as $$
declare
  held boolean;
begin
  if tg_nargs = 0 then
    held := privacy_held(coalesce((to_jsonb(old) ->> 'patient_id')::integer, old.id));
  else
    execute format('select coalesce(bool_or(privacy_held(patient_id)), false) from %I where %I = $1', tg_argv[0], tg_argv[1])
      into held using old.id;
  end if;
  perform privacy_refuse_held(held);
  return old;
end $$;

-- Of a row that says whose it is: by number, or by document id.
create or replace function privacy_keep_held_owner() returns trigger language plpgsql as $$
declare
  whose text := to_jsonb(old) ->> 'patient_id';
begin
  if tg_op = 'UPDATE' and whose is not distinct from to_jsonb(new) ->> 'patient_id' then
    return new;
  end if;
  -- No expression of one: PostgreSQL would make a number of every id beforehand.
  if pg_typeof(old.patient_id) = 'integer'::regtype then
    perform privacy_refuse_held(privacy_held(whose::integer));
  else
    perform privacy_refuse_held(under_legal_hold(whose));
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

-- Links are judged at commit: whoever writes a link again has not taken it away. Strapi's writes are refused before, in words.
-- Argument: the column for the record.
create or replace function privacy_keep_held_link() returns trigger language plpgsql as $$
declare
  kept boolean;
begin
  execute format('select exists (select from %I where %I = $1 and patient_id = $2)', tg_table_name, tg_argv[0])
    into kept using (to_jsonb(old) ->> tg_argv[0])::integer, old.patient_id;
  perform privacy_refuse_held(not kept and privacy_held(old.patient_id));
  return null;
end $$;

-- What is sealed of a patient or of a file of theirs, and the key that opens it: no trail could tell what it said.
create or replace function privacy_keep_held_seal() returns trigger language plpgsql as $$
begin
  perform privacy_refuse_held(case old.noun
    when 'patient' then under_legal_hold(old.record)
    when 'patient-file' then exists (
      select from patient_files f where f.document_id = old.record and privacy_held(f.patient_id))
    else false end);
  return old;
end $$;

create or replace trigger kept_by_legal_hold before delete on patients for each row execute function privacy_keep_held();
do $$
declare
  noun record;
begin
  for noun in select * from (values
    ('appointments', 'appointment_id'), ('treatments', 'treatment_id'), ('tooth_findings', 'tooth_finding_id'),
    ('questionnaire_responses', 'questionnaire_response_id'), ('invoices', 'invoice_id'), ('payments', 'payment_id'),
    ('wait_list_entries', 'wait_list_entry_id')) as n (name, id)
  loop
    execute format('create or replace trigger kept_by_legal_hold before delete on %I
      for each row execute function privacy_keep_held(%L, %L)', noun.name, noun.name || '_patient_lnk', noun.id);
    if not exists (select from pg_trigger
      where tgname = 'kept_by_legal_hold' and tgrelid = to_regclass(noun.name || '_patient_lnk'))
    then
      execute format('create constraint trigger kept_by_legal_hold after update or delete on %I
        deferrable initially deferred for each row execute function privacy_keep_held_link(%L)',
        noun.name || '_patient_lnk', noun.id);
    end if;
  end loop;
end $$;
create or replace trigger kept_by_legal_hold before delete or update of patient_id on consent_acts
  for each row execute function privacy_keep_held_owner();
create or replace trigger kept_by_legal_hold before delete on sealed_fields
  for each row execute function privacy_keep_held_seal();
create or replace trigger kept_by_legal_hold before delete on record_keys
  for each row execute function privacy_keep_held_seal();
