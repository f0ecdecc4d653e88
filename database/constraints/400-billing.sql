-- The last number given, for each prefix and year. Its row is locked until the invoice is committed: no gaps.
create table if not exists invoice_counters (
  prefix text not null,
  year integer not null,
  last integer not null check (last >= 0),
  primary key (prefix, year)
);
create unique index if not exists invoices_number on invoices (number);

-- An invoice that has its number keeps number, date, currency and total, and is never deleted.
create or replace function invoices_are_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null then
      raise exception 'An issued invoice is never deleted: void it.' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if old.number is not null and (new.number, new.issued_on, new.currency, new.total)
    is distinct from (old.number, old.issued_on, old.currency, old.total)
  then
    raise exception 'An issued invoice never changes: void it.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create or replace trigger invoices_kept
  before update or delete on invoices for each row execute function invoices_are_kept();

-- Money received stays received.
create or replace function payments_are_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.amount, new.currency, new.method, new.received_at)
    is distinct from (old.amount, old.currency, old.method, old.received_at)
    -- Whoever paid is forgotten when they are erased.
    or (new.reference is distinct from old.reference and not (
      new.reference is null and coalesce(current_setting('enamel.erasing', true), '') = 'yes'))
  then
    raise exception 'A payment never changes.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create or replace trigger payments_kept
  before update or delete on payments for each row execute function payments_are_kept();

-- One payment for each of Stripe's payment intents, or sessions that have none.
create unique index if not exists payments_online on payments (reference) where reference ~ '^(pi|cs)_';

-- Stripe's events, each handled once in the transaction that inserts it.
create table if not exists stripe_events (
  id text primary key,
  type text not null,
  handled_at timestamptz not null default now()
);

-- Checkout pages that were opened for an invoice and what each would pay.
create table if not exists stripe_sessions (
  id text primary key,
  invoice text not null,
  amount integer not null check (amount > 0),
  url text not null,
  expires_at timestamptz not null,
  closed boolean not null default false
);
create index if not exists stripe_sessions_invoice on stripe_sessions (invoice);

-- The answer to a payment that a desk sends twice with one Idempotency-Key.
create table if not exists payment_requests (
  actor text not null,
  key text not null,
  fingerprint text not null,
  payment text not null,
  primary key (actor, key)
);
