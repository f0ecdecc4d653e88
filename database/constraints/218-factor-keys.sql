-- The key of a code generator is among the sealed fields, and leaves with its factor.
create or replace function factor_forget_key() returns trigger language plpgsql as $$
begin
  delete from sealed_fields where noun = 'second-factor' and record = concat_ws(' ', old.origin, old.user_id, old.id);
  delete from record_keys where noun = 'second-factor' and record = concat_ws(' ', old.origin, old.user_id, old.id);
  return null;
end $$;
create or replace trigger access_factors_forget_key
  after delete on access_factors for each row when (old.kind = 'totp') execute function factor_forget_key();
