-- Roles whose members need a second factor, by code.
create or replace function panel_factor_roles() returns setof text language sql stable as $$
  select jsonb_array_elements_text(case when jsonb_typeof(value) = 'array' then value else '[]' end)
  from (select value from settings where key = 'panel.second-factor-roles' order by id limit 1) s
$$;

create or replace function panel_has_factor(person text) returns boolean language sql stable as $$
  select exists (select from access_factors where origin = 'admin' and user_id = person and kind in ('totp', 'passkey'))
$$;

-- Whether somebody works as one of these.
create or replace function panel_needs_factor(person text) returns boolean language sql stable as $$
  select exists (
    select from admin_users_roles_lnk l join admin_roles r on r.id = l.role_id
    where l.user_id::text = person and r.code in (select panel_factor_roles())
  )
$$;

create or replace function panel_factor_missing(person text) returns boolean language sql stable as $$
  select panel_needs_factor(person) and not panel_has_factor(person)
$$;
