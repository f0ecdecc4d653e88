-- The trail belongs to a role that nobody signs in as, and the server's role may only read and add. Where the server's role
-- may not make roles, it stays the owner and the triggers alone refuse; the log says so.
do $$
declare
  me name := current_user;
  keeper name := left(current_database(), 57) || '_audit';
  trail name;
begin
  if (select relowner <> to_regrole(quote_ident(me))::oid from pg_class where oid = 'audit_entries'::regclass) then
    return;
  end if;
  begin
    if to_regrole(quote_ident(keeper)) is null then
      execute format('create role %I nologin', keeper);
    end if;
  exception when duplicate_object or unique_violation then
    -- Another process made it at this moment.
  end;
  execute format('grant %I to %I', keeper, me);
  execute format('grant usage, create on schema %I to %I', current_schema(), keeper);
  foreach trail in array array['audit_entries', 'audit_seals', 'audit_checkpoints'] loop
    execute format('alter table %I owner to %I', trail, keeper);
  end loop;
  execute format('alter function audit_entries_refuse() owner to %I', keeper);
  execute format('alter function audit_entries_name_actor() owner to %I', keeper);
  execute format('set local role %I', keeper);
  foreach trail in array array['audit_entries', 'audit_seals', 'audit_checkpoints'] loop
    execute format('revoke all on %I from public', trail);
    execute format('revoke all on %I from %I', trail, me);
    execute format('grant select, insert on %I to %I', trail, me);
  end loop;
  reset role;
  execute format('revoke create on schema %I from %I', current_schema(), keeper);
  execute format('revoke %I from %I', keeper, me);
exception when insufficient_privilege then
  reset role;
  raise log 'The audit trail stays with %: %', me, sqlerrm;
end $$;
