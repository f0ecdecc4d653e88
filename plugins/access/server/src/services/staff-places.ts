import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { StaffPlacesAnswer } from '../../../shared/scope.ts';
import {
  clinicPlaces,
  listStaffPlaces,
  placesOf,
  writeStaffPlaces,
} from '../store/staff-places.ts';

export const staffPlaces = async (strapi: Core.Strapi): Promise<StaffPlacesAnswer> => {
  const on = strapi.db.connection;
  const [data, places] = await Promise.all([listStaffPlaces(on), clinicPlaces(on)]);
  return { data, meta: { places } };
};

/** Says where somebody works from now on. @throws 404 STAFF_NOT_FOUND */
export const assignPlaces = (
  strapi: Core.Strapi,
  user: number,
  wanted: { everywhere: boolean; places: readonly string[] },
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const before = await placesOf(trx, user);
    if (!(await writeStaffPlaces(trx, { user, ...wanted })))
      throw missing('STAFF_NOT_FOUND', 'There is no such member of staff.');
    const after = await placesOf(trx, user);
    await record(strapi, trx, {
      action: 'access.update',
      subject: 'staff-account',
      subjectId: String(user),
      detail: {
        fields: ['places'],
        granted: after.filter((name) => !before.includes(name)),
        revoked: before.filter((name) => !after.includes(name)),
      },
    });
  });
