-- The visits that one message tells of, when it tells of several: their document ids, in order of time.
alter table deliveries add column if not exists visits jsonb;
