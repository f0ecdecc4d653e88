-- Several may read a message about one patient: a child's guardians. Whose address it goes to when that is not the
-- patient's own, and the number of this reader among them.
alter table deliveries add column if not exists relative_id text;
alter table deliveries add column if not exists nth smallint not null default 1;
do $$ begin
  if not exists (select from pg_constraint where conname = 'deliveries_once'
      and pg_get_constraintdef(oid) like '%nth%') then
    alter table deliveries drop constraint if exists deliveries_once;
    alter table deliveries add constraint deliveries_once
      unique (subject_kind, subject_id, occasion, rule_id, channel, nth);
  end if;
end $$;
create index if not exists deliveries_relative on deliveries (relative_id) where relative_id is not null;

-- Who reads messages about a patient on a channel at an instant: the patient; while they are a minor, the guardians whom the
-- clinic confirmed; and whoever pays for a patient without an address of their own. Nobody is written to twice at one
-- address. Without any address it stays with the patient, so that the ledger says why nothing left.
create or replace function message_readers(patient integer, channel text, at timestamptz)
  returns table (nth bigint, relative_id text) language sql stable as $$
  with own as (select p.* from patients p where p.id = patient),
  readers as (
    select o.id, null::text as relative_id, 1 as turn from own o
    union all
    select g.id, g.document_id, 0
    from guardians_of(patient, at) w (id) join patients g on g.id = w.id
    union all
    select g.id, g.document_id, 2
    from own o join patients_guarantor_lnk l on l.patient_id = o.id
    join patients g on g.id = l.inv_patient_id and g.archived is not true
    where coalesce(trim(case channel when 'sms' then o.mobile_number else o.email end), '') = ''),
  reached as (
    select r.*, case channel
        when 'sms' then nullif(right(regexp_replace(p.mobile_number, '\D', '', 'g'), 9), '')
        else nullif(lower(trim(p.email)), '') end as address
    from readers r join patients p on p.id = r.id),
  chosen as (
    select distinct on (coalesce(address, 'nowhere')) * from reached
    where address is not null or (turn = 1 and not exists (select from reached where address is not null))
    order by coalesce(address, 'nowhere'), turn, id)
  select row_number() over (order by turn, id), relative_id from chosen
$$;
