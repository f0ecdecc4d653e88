/** Who calls every route in the route × role test: the columns of its table, and whose tokens are no good any more. */
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { type Clinic, openClinic, secrets } from './clinic.ts';
import { staffToken, staffTokenAt } from './people.ts';
import { idOf, signIn } from './schedule.ts';
import { openTwoPlaces, people, west } from './two-places.ts';

/** The columns in their order, with the role of those who are staff. */
export const actors = {
  super: 'strapi-super-admin',
  admin: 'clinic-admin',
  manager: 'location-admin',
  dentist: 'dentist',
  assistant: 'assistant',
  desk: 'front-desk',
  own: 'own-dentist',
  key: 'key-dentist',
  patient: null,
  visitor: null,
} as const;
export type Actor = keyof typeof actors;
export const names = Object.keys(actors) as Actor[];
/** They know the patients of one location, or their own alone. */
export const bound: readonly Actor[] = ['manager', 'dentist', 'assistant', 'desk', 'own', 'key'];
/** The address of who works at one location. */
export const mailOf = (role: string) => `${role}-of-${west}@enamel.test`;

export type Tokens = Record<string, string | undefined>;

/** A role with the dentist's permissions, for {@link actors}. */
const copyDentist = (clinic: Clinic, code: string, conditions: string | null) =>
  clinic.db.query(
    `with role as (
       insert into admin_roles (document_id, name, code, description, created_at, updated_at, published_at)
       values ($1, $1, $1, '', now(), now(), now()) returning id),
     lines as (
       select p.*, row_number() over () as n from admin_permissions p
       join admin_permissions_role_lnk l on l.permission_id = p.id
       join admin_roles r on r.id = l.role_id where r.code = 'dentist'),
     made as (
       insert into admin_permissions (document_id, action, action_parameters, subject, properties, conditions, created_at,
         updated_at, published_at)
       select $1 || n, action, action_parameters, subject, properties,
         case when jsonb_array_length(conditions) > 0 and $2::text is not null then $2::jsonb else conditions end,
         now(), now(), now() from lines returning id)
     insert into admin_permissions_role_lnk (permission_id, role_id) select made.id, role.id from made, role`,
    [code, conditions],
  );

/** A token that a dentist made in the panel, with all that they may do. */
const keyOf = async (clinic: Clinic, session: string): Promise<string> => {
  const bearer = { Authorization: `Bearer ${session}` };
  const mine = await request(clinic.url).get('/admin/users/me/permissions').set(bearer).expect(200);
  const adminPermissions = mine.body.data
    .filter(({ action }: { action: string }) => !action.startsWith('admin::'))
    .map(({ action, subject, properties, conditions }: Record<string, unknown>) => ({
      action,
      subject,
      properties,
      conditions,
    }));
  const made = await request(clinic.url)
    .post('/admin/admin-tokens')
    .set(bearer)
    .send({ name: 'Key', description: '', kind: 'admin', lifespan: null, adminPermissions });
  if (made.status !== 201) throw new Error(`no key: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body.data.accessKey;
};

/** The same token, of a session that lasts, an hour past its time. */
const expiredOf = (token: string, secret: string | undefined): string => {
  const [head = '', content = ''] = token.split('.');
  const said = JSON.parse(Buffer.from(content, 'base64url').toString());
  const past = { ...said, iat: said.iat - 7200, exp: said.iat - 3600 };
  const body = `${head}.${Buffer.from(JSON.stringify(past)).toString('base64url')}`;
  return `${body}.${createHmac('sha256', secret ?? '')
    .update(body)
    .digest('base64url')}`;
};

/** A clinic of two places and a token for each column. */
export const openMatrix = async (): Promise<{ clinic: Clinic; tokens: Tokens }> => {
  const clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
  await openTwoPlaces(clinic, '2027-03-29');
  await copyDentist(clinic, actors.own, '["plugin::access.own-patients"]');
  await copyDentist(clinic, actors.key, null);
  await clinic.db.query(
    `with made as (insert into admin_permissions (document_id, action, properties, conditions, created_at, updated_at,
       published_at) values ('keymaker', 'admin::admin-tokens.create', '{}', '[]', now(), now(), now()) returning id)
     insert into admin_permissions_role_lnk (permission_id, role_id)
     select made.id, r.id from made, admin_roles r where r.code = $1`,
    [actors.key],
  );
  const tokens: Tokens = {};
  for (const name of names) {
    const role = actors[name];
    if (role)
      tokens[name] = await (bound.includes(name)
        ? staffTokenAt(clinic, role, west)
        : staffToken(clinic, role));
  }
  await clinic.db.query(
    `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
     select p.id, u.id from practitioners p, admin_users u where p.document_id = $1 and u.email = $2`,
    [idOf('Wanda'), mailOf(actors.own)],
  );
  tokens.key = await keyOf(clinic, tokens.key ?? '');
  const old = {
    staff: await staffTokenAt(clinic, 'dentist'),
    patient: await signIn(clinic.url, people.nowhere),
  };
  tokens['expired staff'] = expiredOf(old.staff, secrets.ADMIN_JWT_SECRET);
  tokens['expired patient'] = expiredOf(old.patient, secrets.JWT_SECRET);
  tokens['revoked staff'] = await staffTokenAt(clinic, 'clinic-admin');
  tokens['revoked patient'] = await signIn(clinic.url, people.both);
  const revoked = Object.entries(tokens)
    .filter(([name]) => name.startsWith('revoked'))
    .map(([, token = '']) =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()),
    );
  await clinic.db.query('delete from access_sessions where id = any ($1)', [
    revoked.map(({ sessionId }) => sessionId),
  ]);
  return { clinic, tokens };
};
