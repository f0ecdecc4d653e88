-- Visits that belong together are looked up by what joins them.
create index if not exists appointments_series on appointments (series_id) where series_id is not null;
create index if not exists appointments_group on appointments (group_id) where group_id is not null;

-- What a booking of several visits answered: the same key is answered the same again.
alter table booking_keys add column if not exists answer jsonb;
