/**
 * `npm run second-factor:reset -- ana@clinic.example`: the way back for a member of staff whom nobody in the panel can
 * help, such as the last super admin. Whoever may run it holds the database anyway. The trail tells of it.
 */
import { resolve } from 'node:path';
import { inheritedVariables } from '@enamel/config';
import pg from 'pg';
import { clinicDatabase } from './clinic-database.ts';

const stateFolder = resolve(import.meta.dirname, '..', inheritedVariables().STATE_DIR || '.enamel');

const reset = async (client: pg.Client, email: string): Promise<number | undefined> => {
  await client.query('begin');
  const { rows } = await client.query<{ id: string }>(
    'select id::text from admin_users where lower(email) = lower($1)',
    [email],
  );
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  const theirs = "origin = 'admin' and user_id = $1";
  const { rowCount } = await client.query(`delete from access_factors where ${theirs}`, [id]);
  await client.query(`delete from access_sessions where ${theirs}`, [id]);
  await client.query(
    `delete from strapi_api_tokens where id in
       (select api_token_id from strapi_api_tokens_admin_user_owner_lnk where user_id::text = $1)`,
    [id],
  );
  await client.query(
    `insert into audit_entries (at, actor_kind, actor_id, actor_roles, action, subject, subject_id, patients, detail)
     values (now(), 'system', 'second-factor:reset', '{}', 'access.factor-reset', 'staff-account', $1, '{}', $2)`,
    [id, JSON.stringify({ factors: rowCount ?? 0 })],
  );
  await client.query('commit');
  return rowCount ?? 0;
};

const [email] = process.argv.slice(2);
if (!email) {
  console.error('Whose? npm run second-factor:reset -- ana@clinic.example');
  process.exitCode = 1;
} else {
  const { url, server } = await clinicDatabase(stateFolder);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const factors = await reset(client, email);
    if (factors === undefined) {
      console.error('No member of staff has this address.');
      process.exitCode = 1;
    } else console.log(`Reset (${factors} were set up). The password alone opens the panel now.`);
  } finally {
    await client.end();
    await server?.stop();
  }
}
