-- What a patient answered never changes. Only its review may: status, who and when. The hash covers the patient too.
create or replace function questionnaire_responses_are_frozen() returns trigger language plpgsql as $$
begin
  if (new.title, new.language, new.questions, new.answers, new.date_of_birth, new.signature, new.submitted_at, new.hash)
    is distinct from
    (old.title, old.language, old.questions, old.answers, old.date_of_birth, old.signature, old.submitted_at, old.hash)
  then
    raise exception 'A questionnaire response never changes.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create or replace trigger questionnaire_responses_frozen
  before update on questionnaire_responses
  for each row execute function questionnaire_responses_are_frozen();

-- Wrong birth dates entered with a link, by the SHA-256 of its token.
create table if not exists intake_attempts (
  link text primary key,
  attempts integer not null,
  last_at timestamptz not null default now()
);
