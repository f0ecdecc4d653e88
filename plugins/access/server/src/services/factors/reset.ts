/** The way back for somebody who lost their phone and their recovery codes: others clear what they cannot show any more. */
import { conflict } from '@enamel/kernel';
import type { Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Person } from '../../domain/factors.ts';
import { deleteFactors, lockFactors } from '../../store/factors.ts';
import { endSessions } from '../../store/sessions.ts';
import { tellOfFactor } from './set.ts';

/**
 * Their password alone lets them in until they set a new factor up; they are signed out everywhere. Whoever calls this
 * writes to them. @throws 409 NO_SECOND_STEP
 */
export const resetFactors = async (
  strapi: Core.Strapi,
  trx: Transaction,
  person: Person,
  reason: string,
): Promise<void> => {
  await lockFactors(trx, person);
  const kinds = await deleteFactors(trx, person);
  if (kinds.length === 0) throw conflict('NO_SECOND_STEP', 'No second step is set up.');
  await endSessions(trx, person);
  const detail = { factors: kinds.length };
  await tellOfFactor(strapi, trx, person, 'access.factor-reset', detail, reason);
};
