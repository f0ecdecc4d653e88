import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { ConsentStanding, PrivacyLanguage } from '../../../../shared/index.ts';
import {
  type Asked,
  actsOf,
  addAct,
  askedConsent,
  countActs,
  dropActs,
  lastSaid,
  standingsOf,
} from '../../store/privacy/consents.ts';
import { isErased, lockPatient } from '../../store/privacy/erasing.ts';
import { record, recordLook } from '../record.ts';
import type { Holding } from './holdings.ts';

/** Where a patient stands, consent by consent. */
export const consentsOf = async (
  strapi: Core.Strapi,
  patient: string,
  language: PrivacyLanguage,
): Promise<ConsentStanding[]> => {
  const standings = await standingsOf(strapi.db.connection, patient, language);
  await recordLook(strapi, 'consent', patient, standings.length);
  return standings;
};

/** The preference that reminders ask before each message. */
const preferences = {
  'email-messages': 'emailReminders',
  'sms-messages': 'smsReminders',
} as const;

export interface Said {
  readonly key: string;
  readonly act: 'given' | 'withdrawn';
  /** The words that were shown. */
  readonly version?: number | undefined;
  readonly language: PrivacyLanguage;
  readonly way: 'portal' | 'desk';
}

/**
 * Writes down that a patient agrees or no longer does, and lets what hangs on it follow.
 * @throws 409 `PATIENT_ERASED`, 404 `CONSENT_NOT_FOUND`, 409 `CONSENT_CHANGED` when other words stand there by now, 409 `CONSENT_SAID`
 */
export const sayConsent = (strapi: Core.Strapi, patient: string, said: Said): Promise<void> =>
  transaction(strapi, async (trx) => {
    const { key, act, way } = said;
    await lockPatient(trx, patient);
    if (await isErased(trx, patient))
      throw conflict('PATIENT_ERASED', 'This patient has been erased already.');
    const last = await lastSaid(trx, patient, key);
    const asked = act === 'given' ? await askedConsent(trx, key, said.language) : undefined;
    const about = act === 'given' ? asked : last;
    if (!about) throw missing('CONSENT_NOT_FOUND', 'There is no such consent.');
    if (act === 'given' && said.version !== undefined && said.version !== about.version)
      throw conflict('CONSENT_CHANGED', 'The words have changed. Read them again first.');
    if (last?.act === act && last.version === about.version)
      throw conflict('CONSENT_SAID', 'This is written down already.');
    const actor = currentActor(strapi);
    const { language, version } = about;
    const by = actor.kind === 'staff' ? actor.name : null;
    const at = clockOf(strapi).now().toString();
    await addAct(trx, { patient, key, language, version, act, at, way, by });
    await follow(strapi, patient, about.governs, act);
    await record(strapi, trx, {
      action: `consent.${act}`,
      subject: 'consent',
      subjectId: key,
      patientId: patient,
      detail: { version, way },
    });
  });

const follow = async (
  strapi: Core.Strapi,
  documentId: string,
  governs: Asked['governs'] | null,
  act: Said['act'],
) => {
  const field = governs && governs !== 'nothing' ? preferences[governs] : undefined;
  if (field)
    await strapi
      .documents('api::patient.patient')
      .update({ documentId, data: { [field]: act === 'given' } });
};

/** What patients said is told to them, and goes when they are erased. */
export const consentHolding = (strapi: Core.Strapi): Holding => ({
  name: 'consents',
  title: { en: 'Consents', ro: 'Consimțăminte' },
  nouns: [],
  tables: ['consent_acts'],
  kind: 'contact',
  more: ({ documentId }) => actsOf(strapi.db.connection, documentId),
  count: (on, { documentId }) => countActs(on, documentId),
  erase: (trx, { documentId }) => dropActs(trx, documentId),
});
