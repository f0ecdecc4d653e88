import { rows, type Transaction } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export type NoticeKind =
  | 'record-opened'
  | 'record-kept'
  | 'place-asked'
  | 'place-approved'
  | 'place-rejected';

export interface StaffNotice {
  readonly kind: NoticeKind;
  readonly about: string;
  readonly email: string;
  readonly name: string;
  readonly language: string | null;
}

/** Writes the same notice for each of the people. @returns the notices' ids */
export const insertNotices = async (
  trx: Transaction,
  notice: { kind: NoticeKind; about: string; users: readonly number[]; now: string },
): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      trx,
      `insert into staff_notices (id, user_id, kind, about, made_at)
       select 'n' || replace(gen_random_uuid()::text, '-', ''), u, :kind, :about, :now
       from unnest(cast(:users as integer[])) u returning id`,
      { ...notice, users: [...notice.users] },
    )
  ).map(({ id }) => id);

export const findNotice = async (on: Connection, id: string): Promise<StaffNotice | undefined> =>
  (
    await rows<StaffNotice>(
      on,
      `select n.kind, n.about, u.email, concat_ws(' ', u.firstname, u.lastname) as name,
         u.prefered_language as language
       from staff_notices n join admin_users u on u.id = n.user_id
       where n.id = ? and u.is_active and u.blocked is not true`,
      [id],
    )
  )[0];

export const forgetNotice = async (on: Connection, id: string): Promise<void> => {
  await rows(on, 'delete from staff_notices where id = ?', [id]);
};

/** Active people other than one whose roles have a permission. Super admins, who have all, only when there is nobody else. */
export const staffWithPermission = async (
  on: Connection,
  permission: string,
  except: number,
): Promise<number[]> => {
  const found = await rows<{ id: number; superAdmin: boolean }>(
    on,
    `select u.id, bool_or(r.code = 'strapi-super-admin') as "superAdmin" from admin_users u
     join admin_users_roles_lnk ur on ur.user_id = u.id
     join admin_roles r on r.id = ur.role_id
     where u.is_active and u.blocked is not true and u.id <> :except
     group by u.id
     having bool_or(exists (select from admin_permissions_role_lnk pr
       join admin_permissions p on p.id = pr.permission_id and p.action = :permission
       where pr.role_id = r.id))
     order by u.id`,
    { permission, except },
  );
  const others = found.filter(({ superAdmin }) => !superAdmin);
  return (others.length > 0 ? others : found).map(({ id }) => id);
};
