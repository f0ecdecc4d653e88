import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export interface StoredMember {
  readonly id: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string;
  readonly language: string | null;
  readonly active: boolean;
  readonly blocked: boolean;
  /** Has chosen a password once. */
  readonly joined: boolean;
  readonly roles: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  readonly invitedAt: Date | null;
  readonly invitedUntil: Date | null;
  readonly usedAt: Date | null;
  readonly secondFactor: boolean;
}

const members = `select u.id, u.firstname, u.lastname, u.email, u.prefered_language as language,
    u.is_active is true as active, u.blocked is true as blocked, u.password is not null as joined,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'name', r.name) order by r.name)
      from admin_roles r join admin_users_roles_lnk l on l.role_id = r.id where l.user_id = u.id), '[]') as roles,
    k.issued_at as "invitedAt", k.expires_at as "invitedUntil",
    (select max(s.used_at) from access_sessions s where s.origin = 'admin' and s.user_id = u.id::text) as "usedAt",
    panel_has_factor(u.id::text) as "secondFactor"
  from admin_users u
  left join staff_links k on k.user_id = u.id and k.purpose = 'invitation' and k.spent_at is null`;

/** Raw statements answer JSON as text. */
type Row = Omit<StoredMember, 'roles'> & { readonly roles: string | StoredMember['roles'] };

const read = ({ roles, ...member }: Row): StoredMember => ({
  ...member,
  roles: typeof roles === 'string' ? JSON.parse(roles) : roles,
});

export const staffMembers = async (on: Connection): Promise<StoredMember[]> =>
  (await rows<Row>(on, `${members} order by lower(u.firstname), lower(u.lastname), u.id`)).map(
    read,
  );

export const staffMember = async (
  on: Connection,
  id: number,
): Promise<StoredMember | undefined> => {
  const [member] = await rows<Row>(on, `${members} where u.id = ?`, [id]);
  return member && read(member);
};
