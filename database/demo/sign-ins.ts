/** The demo's people who sign in. Each has the password {@link demoPassword}. */
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
  },
  {
    name: 'assistant',
    role: 'assistant',
    title: 'Assistant',
    firstname: 'Bianca',
    lastname: 'Moldovan',
    member: 'moldovan',
  },
  {
    name: 'desk',
    role: 'front-desk',
    title: 'Front desk',
    firstname: 'Diana',
    lastname: 'Petrescu',
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

const addStaff = async (strapi: Core.Strapi, { house }: Demo) => {
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

export const addSignIns = async (strapi: Core.Strapi, demo: Demo): Promise<void> => {
  await addStaff(strapi, demo);
  await addPatient(strapi, demo);
};
