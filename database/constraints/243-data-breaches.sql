-- The authority wants to hear of a breach within 72 hours (GDPR art. 33); whoever tells it later says why.
create or replace function data_breaches_deadline() returns trigger language plpgsql as $$
begin
  new.notify_by := new.discovered_at + interval '72 hours';
  if new.authority_notified_at > new.notify_by and coalesce(trim(new.delay_reason), '') = '' then
    raise exception using errcode = 'invalid_parameter_value', column = 'delayReason',
      message = 'is needed when the authority was told after 72 hours';
  end if;
  if new.status = 'closed' and new.authority_notified_at is null and coalesce(trim(new.delay_reason), '') = '' then
    raise exception using errcode = 'invalid_parameter_value', column = 'delayReason',
      message = 'must say why the authority was not told, before this is closed';
  end if;
  return new;
end $$;
create or replace trigger data_breaches_deadline
  before insert or update on data_breaches for each row execute function data_breaches_deadline();
create index if not exists data_breaches_open on data_breaches (notify_by) where status = 'open';
