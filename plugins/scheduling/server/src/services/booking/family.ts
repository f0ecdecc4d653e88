import { missing } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { AppointmentRow } from '../../store/booking/appointments.ts';
import { familyOf } from '../../store/booking/family.ts';
import type { Runner } from '../../store/runner.ts';

/** Who changes: a patient only his own and his family's, within the cancellation window. */
export type Changer =
  | { readonly by: 'desk' }
  | { readonly by: 'patient'; readonly patient: string };

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

/** Whether all visits are the changer's to change: the desk's always, a patient's own and those of the family. */
export const isOwn = async (
  strapi: Core.Strapi,
  trx: Transaction,
  changer: Changer,
  visits: readonly AppointmentRow[],
): Promise<boolean> => {
  if (changer.by === 'desk') return true;
  const strangers = visits.filter(({ patient }) => patient !== changer.patient);
  if (strangers.length === 0) return true;
  const family = new Set(
    (await familyToday(strapi, trx, changer.patient)).map(({ documentId }) => documentId),
  );
  return strangers.every(({ patient }) => patient !== null && family.has(patient));
};
