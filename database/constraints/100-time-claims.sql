-- Who or what is taken, and when. Ids are document ids. The exclusion constraint is the last judge of double booking.
create table if not exists time_claims (
  id bigint generated always as identity primary key,
  resource_kind text not null check (resource_kind in ('practitioner', 'assistant', 'chair', 'patient', 'equipment')),
  resource_id text not null,
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  source_kind text not null check (source_kind in ('appointment', 'hold', 'block')),
  source_id text not null,
  overbooked boolean not null default false,
  constraint time_claims_no_overlap
    exclude using gist (resource_kind with =, resource_id with =, during with &&) where (not overbooked)
);
create index if not exists time_claims_source on time_claims (source_kind, source_id);
create index if not exists time_claims_sweep on time_claims (resource_kind, resource_id, lower(during));

-- Sweeps look a day back from the span they ask about, so no claim may be longer.
do $$ begin
  if not exists (select from pg_constraint where conname = 'time_claims_within_a_day') then
    alter table time_claims add constraint time_claims_within_a_day
      check (upper(during) - lower(during) <= interval '1 day');
  end if;
end $$;
