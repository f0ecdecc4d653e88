import { rows, type Transaction } from '@enamel/kernel/server';
import type { StaffPlaces } from '../../../shared/scope.ts';
import { conditions } from '../domain/scope.ts';

type Connection = Parameters<typeof rows>[0];

/** Everybody who is not shut out, by name, and where they work: at the one place of a clinic that has no other. */
export const listStaffPlaces = (on: Connection): Promise<StaffPlaces[]> =>
  rows<StaffPlaces>(
    on,
    `select u.id, coalesce(nullif(concat_ws(' ', u.firstname, u.lastname), ''), u.email) as name, u.email,
       coalesce((select json_agg(r.name order by r.name) from admin_users_roles_lnk ur
         join admin_roles r on r.id = ur.role_id where ur.user_id = u.id), '[]') as roles,
       u.is_active is not true as invited,
       not exists (select from admin_users_roles_lnk ur join admin_roles r on r.id = ur.role_id
           left join admin_permissions_role_lnk pr on pr.role_id = r.id
           left join admin_permissions p on p.id = pr.permission_id
         where ur.user_id = u.id and (r.code = 'strapi-super-admin'
           or (p.subject = 'api::patient.patient' and p.action = 'plugin::content-manager.explorer.read'
             and not jsonb_exists_any(coalesce(p.conditions, '[]'::jsonb), array['${Object.values(conditions).join("', '")}']))))
         as bound,
       exists (select from staff_places s where s.user_id = u.id and s.location_id is null) as everywhere,
       coalesce((select json_agg(l.document_id order by l.position, l.id) from locations l
         where (select count(*) from locations) = 1
           or exists (select from staff_places s where s.location_id = l.id and s.user_id = u.id)), '[]') as places
     from admin_users u where u.blocked is not true and (u.is_active or u.password is null) order by 2, u.id`,
  );

export const clinicPlaces = (on: Connection) =>
  rows<{ documentId: string; name: string }>(
    on,
    'select document_id as "documentId", name from locations order by active desc, position, id',
  );

/** The names of the places where somebody works, for the trail; `*` for everywhere. */
export const placesOf = async (on: Connection, user: number): Promise<string[]> =>
  (
    await rows<{ name: string }>(
      on,
      `select coalesce(l.name, '*') as name from staff_places s left join locations l on l.id = s.location_id
       where s.user_id = ? order by 1`,
      [user],
    )
  ).map(({ name }) => name);

/** @returns false for nobody's account */
export const writeStaffPlaces = async (
  trx: Transaction,
  wanted: { user: number; everywhere: boolean; places: readonly string[] },
): Promise<boolean> => {
  const { user, everywhere, places } = wanted;
  await rows(trx, 'delete from staff_places where user_id = ?', [user]);
  const [known] = await rows(
    trx,
    `with person as (select id from admin_users where id = :user),
     written as (
       insert into staff_places (user_id, location_id)
       select person.id, null from person where :everywhere
       union all
       select person.id, l.id from person, locations l where not :everywhere and l.document_id = any (:places))
     select id from person`,
    { user, everywhere, places: [...places] },
  );
  return known !== undefined;
};
