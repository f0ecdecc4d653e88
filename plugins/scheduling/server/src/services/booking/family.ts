import { missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { familyOf } from '../../store/booking/family.ts';
import type { Runner } from '../../store/runner.ts';

/** For whom a patient may book today besides themselves. */
export const familyToday = (strapi: Core.Strapi, on: Runner, patient: string) =>
  familyOf(on, patient, clockOf(strapi).now().toString());

/** A patient books for himself and for those he answers for. @throws ClinicError UNKNOWN_PATIENT, also for strangers */
export const checkFamily = async (
  strapi: Core.Strapi,
  patient: string,
  others: readonly string[],
): Promise<void> => {
  const strangers = others.filter((other) => other !== patient);
  if (strangers.length === 0) return;
  const family = await familyToday(strapi, strapi.db.connection, patient);
  if (strangers.every((other) => family.some(({ documentId }) => documentId === other))) return;
  throw missing('UNKNOWN_PATIENT', 'There is no such patient.');
};
