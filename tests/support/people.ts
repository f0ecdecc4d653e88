/** People of a test clinic: staff of each role and patients with an account. */
import type { Clinic } from './clinic.ts';

export const password = 'Enamel-demo-2026';

const sendJson = async (url: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** A member of staff of all locations with one role, made when there is none. Answers the e-mail address. */
export const staffWith = async (clinic: Clinic, role: string): Promise<string> => {
  const email = `test-${role}@enamel.test`;
  await clinic.db.query(
    `with made as (
       insert into admin_users (document_id, firstname, lastname, email, password, is_active, blocked, created_at, updated_at)
       select md5(random()::text), 'Test', $2::text, $1::text, crypt($3::text, gen_salt('bf', 4)), true, false, now(), now()
       where not exists (select from admin_users where email = $1::text) returning id),
     everywhere as (insert into staff_places (user_id) select id from made)
     insert into admin_users_roles_lnk (user_id, role_id)
     select made.id, r.id from made, admin_roles r where r.code = $2::text`,
    [email, role, password],
  );
  return email;
};

/** A bearer token of a member of staff, for panel routes and the REST API alike. */
export const staffToken = async (clinic: Clinic, role: string): Promise<string> => {
  const email = await staffWith(clinic, role);
  const answer = await sendJson(`${clinic.url}/admin/login`, { email, password });
  return (answer as { data: { token: string } }).data.token;
};

/** A bearer token of a member of staff with one role who works at these locations alone, by document ids. */
export const staffTokenAt = async (
  clinic: Clinic,
  role: string,
  ...locations: readonly string[]
): Promise<string> => {
  const email = `${role}-of-${locations.join('-') || 'nowhere'}@enamel.test`;
  await clinic.db.query(
    `with made as (
       insert into admin_users (document_id, firstname, lastname, email, password, is_active, blocked, created_at, updated_at)
       select md5(random()::text), 'Test', $2::text, $1::text, crypt($3::text, gen_salt('bf', 4)), true, false, now(), now()
       where not exists (select from admin_users where email = $1::text) returning id),
     places as (
       insert into staff_places (user_id, location_id)
       select made.id, l.id from made, locations l where l.document_id = any ($4::text[]))
     insert into admin_users_roles_lnk (user_id, role_id)
     select made.id, r.id from made, admin_roles r where r.code = $2::text`,
    [email, role, password, locations],
  );
  const answer = await sendJson(`${clinic.url}/admin/login`, { email, password });
  return (answer as { data: { token: string } }).data.token;
};

/** Lets the address of an account count as shown, as a link in a mail does. Answers whether there is such an account. */
export const confirmAddress = async (
  clinic: Pick<Clinic, 'db'>,
  email: string,
): Promise<boolean> => {
  const { rowCount } = await clinic.db.query(
    `with confirmed as (update up_users set confirmed = true where email = $1 returning id)
     delete from unproven_addresses x using confirmed c, patients_account_lnk l
     where l.user_id = c.id and x.patient_id = l.patient_id and x.kind = 'email'`,
    [email],
  );
  return rowCount === 1;
};

/** A bearer token of a patient who has just registered and not confirmed the address. */
export const unconfirmedToken = async (clinic: Clinic, email: string): Promise<string> => {
  const answer = await sendJson(`${clinic.url}/api/access/register`, {
    firstName: 'Test',
    lastName: 'Patient',
    email,
    password,
    language: 'en',
  });
  return (answer as { jwt: string }).jwt;
};

/** A bearer token of a patient who has just registered and confirmed the address. */
export const patientToken = async (clinic: Clinic, email: string): Promise<string> => {
  const token = await unconfirmedToken(clinic, email);
  await confirmAddress(clinic, email);
  return token;
};
