import { rows, type Transaction } from '@enamel/kernel/server';
import type { ConsentStanding, PrivacyLanguage } from '../../../../shared/index.ts';

type Connection = Parameters<typeof rows>[0];

/** Every consent that is asked for or was answered, in the language that is there, the wished one first. */
export const standingsOf = (
  on: Connection,
  patient: string,
  language: PrivacyLanguage,
): Promise<ConsentStanding[]> =>
  rows<ConsentStanding>(
    on,
    `with asked as (
       select distinct on (key) key, language, title, text, version from consents
       where active order by key, language = :language desc, language),
     said as (
       select distinct on (key) a.*, v.title, v.text from consent_acts a
       join consent_versions v using (key, language, version)
       where a.patient_id = any (patient_ids(:patient)) order by key, a.id desc)
     select coalesce(asked.key, said.key) as key, asked.version,
       coalesce(asked.language, said.language) as language, coalesce(asked.title, said.title) as title,
       coalesce(asked.text, said.text) as text, said.act as state,
       to_char(said.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, said.way, said.by,
       said.version as "saidTo"
     from asked full join said using (key) order by 4`,
    { patient, language },
  );

export interface Asked {
  readonly key: string;
  readonly language: PrivacyLanguage;
  readonly version: number;
  readonly governs: 'nothing' | 'email-messages' | 'sms-messages';
}

/** The words that stand under a consent today. */
export const askedConsent = async (
  on: Connection,
  key: string,
  language: PrivacyLanguage,
): Promise<Asked | undefined> => {
  const [found] = await rows<Asked>(
    on,
    `select key, language, version, governs from consents where key = :key and active
     order by language = :language desc, language limit 1`,
    { key, language },
  );
  return found;
};

/** The last thing that a patient said about a consent, with what hangs on it. */
export const lastSaid = async (
  on: Connection,
  patient: string,
  key: string,
): Promise<
  (Omit<Asked, 'governs'> & { act: string; governs: Asked['governs'] | null }) | undefined
> => {
  const [found] = await rows<Asked & { act: string }>(
    on,
    `select a.key, a.language, a.version, a.act, (select governs from consents c where c.key = a.key limit 1) as governs
     from consent_acts a where a.patient_id = any (patient_ids(:patient)) and a.key = :key order by a.id desc limit 1`,
    { patient, key },
  );
  return found;
};

export const addAct = async (
  trx: Transaction,
  act: {
    readonly patient: string;
    readonly key: string;
    readonly language: string;
    readonly version: number;
    readonly act: 'given' | 'withdrawn';
    readonly at: string;
    readonly way: 'portal' | 'desk';
    readonly by: string | null;
  },
): Promise<void> => {
  await rows(
    trx,
    `insert into consent_acts (patient_id, key, language, version, act, at, way, by)
     values (:patient, :key, :language, :version, :act, :at, :way, :by)`,
    { ...act },
  );
};

/** What was said, with its words, the oldest first. */
export const actsOf = (on: Connection, patient: string): Promise<Record<string, unknown>[]> =>
  rows(
    on,
    `select a.key, v.title, v.text, a.version, a.act, a.way,
       to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from consent_acts a join consent_versions v using (key, language, version)
     where a.patient_id = any (patient_ids(?)) order by a.id`,
    [patient],
  );

export const countActs = async (on: Connection, patient: string): Promise<number> =>
  (await actsOf(on, patient)).length;

export const dropActs = async (trx: Transaction, patient: string): Promise<void> => {
  await rows(trx, 'delete from consent_acts where patient_id = any (patient_ids(?))', [patient]);
};
