/** The demo's people who sign in. Each has the password {@link demoPassword}. */
import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Demo } from './build.ts';
import { portalPatient } from './patients.ts';

export const demoPassword = 'Enamel-demo-2026';

const staff = [
  {
    name: 'admin',
    role: 'clinic-admin',
    title: 'Clinic admin',
    firstname: 'Cristina',
    lastname: 'Albu',
  },
  {
    name: 'dentist',
    role: 'dentist',
    title: 'Dentist',
    firstname: 'Andrei',
    lastname: 'Munteanu',
    member: 'munteanu',
    places: ['cluj'],
  },
  {
    name: 'assistant',
    role: 'assistant',
    title: 'Assistant',
    firstname: 'Bianca',
    lastname: 'Moldovan',
    member: 'moldovan',
    places: ['cluj'],
  },
  {
    name: 'desk',
    role: 'front-desk',
    title: 'Front desk',
    firstname: 'Diana',
    lastname: 'Petrescu',
    places: 'all',
  },
  {
    name: 'nord',
    role: 'front-desk',
    title: 'Front desk',
    firstname: 'Radu',
    lastname: 'Ene',
    places: ['bucharest'],
  },
  {
    name: 'manager',
    role: 'location-admin',
    title: 'Location admin',
    firstname: 'Simona',
    lastname: 'Pavel',
    places: ['cluj'],
  },
  {
    name: 'super',
    role: 'strapi-super-admin',
    title: 'Super Admin',
    firstname: 'Mihai',
    lastname: 'Dobre',
  },
] as const;

/** A role by its code; a bare one when nobody has made it yet. */
const roleId = async (strapi: Core.Strapi, code: string, name: string): Promise<number> => {
  const roles = strapi.db.query('admin::role');
  const known = await roles.findOne({ where: { code } });
  return (known ?? (await roles.create({ data: { code, name, description: name } }))).id;
};

const linkTo = (strapi: Core.Strapi, uid: string, documentId: string | undefined, data: object) =>
  strapi.db.query(uid as 'api::patient.patient').update({ where: { documentId }, data });

const assign = async (trx: Transaction, user: number, places: 'all' | readonly string[]) => {
  await rows(
    trx,
    places === 'all'
      ? 'insert into staff_places (user_id) values (:user)'
      : `insert into staff_places (user_id, location_id)
         select :user, id from locations where document_id = any (:places)`,
    { user, places: places === 'all' ? null : [...places] },
  );
};

const addStaff = async (strapi: Core.Strapi, trx: Transaction, { house }: Demo) => {
  for (const person of staff) {
    const user = await strapi.service('admin::user').create({
      email: `${person.name}@enamel.test`,
      firstname: person.firstname,
      lastname: person.lastname,
      password: demoPassword,
      isActive: true,
      roles: [await roleId(strapi, person.role, person.title)],
    });
    if ('member' in person)
      await linkTo(strapi, 'api::practitioner.practitioner', house.team[person.member], {
        staffUser: user.id,
      });
    if ('places' in person)
      await assign(
        trx,
        user.id,
        person.places === 'all' ? 'all' : person.places.map((key) => house.locations[key]),
      );
  }
};

const addPatient = async (strapi: Core.Strapi, { patients }: Demo) => {
  const { email } = portalPatient;
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const user = await strapi.plugin('users-permissions').service('user').add({
    username: email,
    email,
    provider: 'local',
    password: demoPassword,
    confirmed: true,
    blocked: false,
    role: role.id,
  });
  const patient = patients.find((candidate) => candidate.email === email);
  await linkTo(strapi, 'api::patient.patient', patient?.documentId, { account: user.id });
};

export const addSignIns = async (
  strapi: Core.Strapi,
  trx: Transaction,
  demo: Demo,
): Promise<void> => {
  await addStaff(strapi, trx, demo);
  await addPatient(strapi, demo);
};
