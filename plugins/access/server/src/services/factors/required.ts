import type { Core } from '@strapi/strapi';
import type { Person } from '../../domain/factors.ts';
import { rolesOfStaff } from '../../store/sign-ins.ts';

/** Whether staff of a role must have a second factor. */
export const requiredFor = async (_strapi: Core.Strapi, _role: string): Promise<boolean> => false;

export const mustHaveFactor = async (strapi: Core.Strapi, person: Person): Promise<boolean> => {
  if (person.origin !== 'admin') return false;
  const roles = await rolesOfStaff(strapi.db.connection, person.userId);
  const answers = await Promise.all(roles.map((role) => requiredFor(strapi, role)));
  return answers.includes(true);
};
