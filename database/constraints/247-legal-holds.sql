-- Nothing of a record under a legal hold is deleted, whoever deletes. It may still be written on.
create or replace function privacy_held(patient integer) returns boolean language sql stable as $$
  select exists (
    select from privacy_holds h join patients p on p.document_id = any (patient_ids(h.patient_id)) where p.id = patient)
$$;
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
  if held then
    raise exception 'A legal hold keeps this record.' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;

create or replace trigger kept_by_legal_hold before delete on patients for each row execute function privacy_keep_held();
do $$
declare
  noun record;
begin
  for noun in select * from (values
    ('appointments', 'appointment_id'), ('treatments', 'treatment_id'), ('tooth_findings', 'tooth_finding_id'),
    ('questionnaire_responses', 'questionnaire_response_id'), ('invoices', 'invoice_id'), ('payments', 'payment_id'))
    as n (name, id)
  loop
    execute format('create or replace trigger kept_by_legal_hold before delete on %I
      for each row execute function privacy_keep_held(%L, %L)', noun.name, noun.name || '_patient_lnk', noun.id);
  end loop;
end $$;
