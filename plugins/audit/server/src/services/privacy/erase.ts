import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { KeptIdentity, KeptSection } from '../../../../shared/index.ts';
import { judge, type Verdict } from '../../domain/privacy/retention.ts';
import {
  deleteRecords,
  dropCopies,
  extentOf,
  type Identity,
  idsOf,
  keepUntil,
  markErased,
  openLock,
  privacyRules,
  unlinkRecords,
} from '../../store/privacy/erasing.ts';
import { forgetReasons } from '../../store/reasons.ts';
import { openFields, sealField, shred } from '../sealing/sealed-fields.ts';
import { type HeldPatient, type Holding, holdingsOf } from './holdings.ts';

/** Where the identity of an erased patient is sealed while the law keeps records of them. */
export const keptIdentity = 'keptIdentity';

export const todayAt = (strapi: Core.Strapi, zone: string): string =>
  clockOf(strapi).now().toZonedDateTimeISO(zone).toPlainDate().toString();

/** What would go today and what would stay, section by section. */
export const assess = async (
  strapi: Core.Strapi,
  on: Parameters<typeof privacyRules>[0],
  patient: HeldPatient,
): Promise<{ holding: Holding; verdict: Verdict }[]> => {
  const rules = await privacyRules(on);
  const held = holdingsOf(strapi);
  const sections = [];
  for (const { name, kind, nouns, dated, count, last } of held) {
    let extent = {
      count: (await count?.(on, patient)) ?? 0,
      last: (await last?.(on, patient)) ?? null,
    };
    for (const noun of nouns) {
      const own = await extentOf(strapi, on, noun, dated, patient.id);
      extent = {
        count: extent.count + own.count,
        last: extent.last === null || (own.last ?? '') > extent.last ? own.last : extent.last,
      };
    }
    sections.push({ name, kind, ...extent });
  }
  const verdicts = judge(sections, rules, todayAt(strapi, rules.zone));
  return held.map((holding, index) => ({ holding, verdict: verdicts[index] as Verdict }));
};

/** What lies beside the records goes first: it is found through them. */
const letGo = async (
  strapi: Core.Strapi,
  trx: Transaction,
  going: readonly Holding[],
  patient: HeldPatient,
) => {
  for (const holding of going) await holding.erase?.(trx, patient);
  for (const { kind, nouns } of going)
    for (const noun of nouns)
      await (kind === 'financial' ? unlinkRecords : deleteRecords)(strapi, trx, noun, patient.id);
};

/** Lets sections go that were kept until now; the last one takes the sealed identity along. */
export const eraseRest = async (
  strapi: Core.Strapi,
  trx: Transaction,
  patient: HeldPatient,
  { due, left }: { due: readonly string[]; left: number },
): Promise<void> => {
  await openLock(trx);
  const going = holdingsOf(strapi).filter(({ name }) => due.includes(name));
  await letGo(strapi, trx, going, patient);
  if (left === 0) {
    const spot = { noun: 'patient', record: patient.documentId, field: keptIdentity };
    await sealField(trx, spot, null, false);
    await forgetReasons(trx, patient.documentId);
  }
  for (const id of await idsOf(trx, patient.documentId)) await shred(trx, 'patient', id);
};

/**
 * Erases a patient in the open transaction: what may go goes, what must stay is locked, and who they are is sealed for as
 * long as anything stays.
 * @returns what stays
 */
export const erase = async (
  strapi: Core.Strapi,
  trx: Transaction,
  patient: Identity,
): Promise<KeptSection[]> => {
  // A record that became part of theirs may have been erased alone.
  await openLock(trx);
  const plan = await assess(strapi, trx, patient);
  const stays = plan.flatMap(({ holding: { name, title }, verdict: { until } }) =>
    until === null ? [] : [{ name, title, until }],
  );
  const { documentId: record, firstName, lastName, dateOfBirth } = patient;
  const sealed = await openFields(trx, 'patient', [record]);
  const nationalId = sealed.get(record)?.nationalId ?? null;
  const identity: KeptIdentity = { firstName, lastName, dateOfBirth, nationalId };
  const going = plan.filter(({ verdict }) => verdict.until === null);
  await letGo(
    strapi,
    trx,
    going.map(({ holding }) => holding),
    patient,
  );
  await forgetReasons(trx, record);
  const known = await idsOf(trx, record);
  await dropCopies(trx, known, { now: clockOf(strapi).now().toString() });
  for (const id of known) await shred(trx, 'patient', id);
  if (stays.length > 0) {
    const spot = { noun: 'patient', record, field: keptIdentity };
    await sealField(trx, spot, JSON.stringify(identity), false);
  }
  for (const { name, until } of stays) await keepUntil(trx, record, name, until);
  await markErased(trx, record, clockOf(strapi).now().toString());
  return stays;
};
