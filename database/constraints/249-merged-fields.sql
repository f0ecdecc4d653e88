-- What a merge changed of sealed fields lies sealed under its id, and is forgotten with its journal.
create or replace function patient_merges_forget_sealed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.journal is null then
    delete from sealed_fields where noun = 'patient-merge' and record = old.id;
    delete from record_keys where noun = 'patient-merge' and record = old.id;
  end if;
  return null;
end $$;
create or replace trigger patient_merges_forget_sealed
  after update or delete on patient_merges for each row execute function patient_merges_forget_sealed();
