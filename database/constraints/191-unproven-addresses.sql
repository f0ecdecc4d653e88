-- Addresses that somebody wrote of themselves and nobody showed to be theirs. All others were proven: by a code, by a link
-- in a mail, or by staff, who wrote them. Docs: docs/decisions/0054-proven-addresses.md.
create table if not exists unproven_addresses (
  patient_id integer not null references patients (id) on delete cascade,
  kind text not null check (kind in ('email', 'mobileNumber')),
  primary key (patient_id, kind)
);

-- Whoever writes another address says anew whether it is proven.
create or replace function forget_unproven_addresses() returns trigger language plpgsql as $$
begin
  delete from unproven_addresses where patient_id = new.id
    and (kind = 'email' and new.email is distinct from old.email
      or kind = 'mobileNumber' and new.mobile_number is distinct from old.mobile_number);
  return null;
end $$;
create or replace trigger patients_unproven_addresses
  after update of email, mobile_number on patients for each row
  when (new.email is distinct from old.email or new.mobile_number is distinct from old.mobile_number)
  execute function forget_unproven_addresses();

-- What the owner of an account registered with counts once its address is confirmed.
insert into unproven_addresses (patient_id, kind)
select p.id, k.kind
from patients p join patients_account_lnk l on l.patient_id = p.id join up_users u on u.id = l.user_id,
  lateral (values ('email', p.email), ('mobileNumber', p.mobile_number)) k (kind, address)
where u.confirmed is not true and k.address is not null
on conflict do nothing;

-- The address by which the clinic writes to a patient. One that a guest only mentioned may be anybody's.
create or replace function address_to_write_to(patient integer, kind text, address text) returns text
  language sql stable as $$
  select nullif(address, '')
  where not exists (select from unproven_addresses x where x.patient_id = patient and x.kind = address_to_write_to.kind)
    or exists (select from patients_account_lnk l where l.patient_id = patient)
$$;
