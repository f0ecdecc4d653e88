-- Run once by a superuser in the clinic's database, after its first start, and again after each start that changed the
-- trail's tables. Gives the trail to a role that nobody signs in as and that the server's role cannot take back: whoever
-- makes a role in PostgreSQL 16 or later administers it for good, so the server must not be the one who makes it.
-- Says who may do what in docs/verify-the-trail.md.
do $$
declare
  server name := (select pg_get_userbyid(datdba) from pg_database where datname = current_database());
  keeper name := left(current_database(), 57) || '_audit';
  trail name;
  lent record;
begin
  if (select rolsuper from pg_roles where rolname = server) then
    raise exception 'The database belongs to %, a superuser, whom nothing binds. Let a role of the server''s own own it.', server;
  end if;
  if to_regrole(quote_ident(keeper)) is null then
    execute format('create role %I nologin', keeper);
  end if;
  foreach trail in array array['audit_entries', 'audit_seals', 'audit_checkpoints'] loop
    execute format('alter table %I owner to %I', trail, keeper);
    execute format('revoke all on %I from public, %I', trail, server);
    execute format('grant select, insert on %I to %I', trail, server);
  end loop;
  execute format('alter function audit_entries_refuse() owner to %I', keeper);
  execute format('alter function audit_entries_name_actor() owner to %I', keeper);
  for lent in
    select member::regrole::text as member, grantor::regrole::text as grantor from pg_auth_members
    where roleid = keeper::regrole
  loop
    execute format('revoke %I from %s granted by %s cascade', keeper, lent.member, lent.grantor);
  end loop;
  -- Before PostgreSQL 16 whoever may make roles may also join any.
  execute format('alter role %I nocreaterole', server);
end $$;
