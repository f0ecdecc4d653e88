import { clockOf, type rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { ActsFor } from '../../../../shared/family.ts';
import { lastMinorDay } from '../../domain/family/minors.ts';
import { actedFor, clinicAge } from '../../store/family/family.ts';

type Runner = Parameters<typeof rows>[0];

/** From which age patients decide for themselves, and the date where the clinic is. */
export const consentToday = async (
  strapi: Core.Strapi,
  on: Runner,
): Promise<{ age: number; today: string }> => {
  const { age, zone } = await clinicAge(on);
  return { age, today: clockOf(strapi).now().toZonedDateTimeISO(zone).toPlainDate().toString() };
};

/** For whom a patient acts today besides themselves. */
export const actsFor = async (
  strapi: Core.Strapi,
  on: Runner,
  patient: string,
): Promise<(ActsFor & { readonly id: number })[]> => {
  const { age } = await clinicAge(on);
  const found = await actedFor(on, patient, clockOf(strapi).now().toString());
  return found.map(({ id, documentId, name, dateOfBirth, guardian }) => ({
    id,
    documentId,
    name,
    guardian,
    until: guardian && dateOfBirth ? lastMinorDay(dateOfBirth, age) : null,
  }));
};
