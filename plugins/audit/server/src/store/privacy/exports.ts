import { rows, type Transaction } from '@enamel/kernel/server';
import type { DataExport, PrivacyLanguage } from '../../../../shared/index.ts';
import type { SealedText } from '../../domain/sealing/sealed-text.ts';

type Connection = Parameters<typeof rows>[0];

const at = (column: string, name: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "${name}"`;
const columns = `id, state, way, ${at('asked_at', 'askedAt')}, asked_by as "askedBy", ${at('ready_at', 'readyAt')},
  ${at('until', 'until')}, bytes, fetched`;

export interface NewExport {
  readonly id: string;
  readonly patient: string;
  readonly way: 'portal' | 'desk';
  readonly language: PrivacyLanguage;
  readonly askedBy: string | null;
  readonly now: string;
}

/** @returns false when one is being made already */
export const insertExport = async (trx: Transaction, asked: NewExport): Promise<boolean> => {
  const made = await rows(
    trx,
    `insert into privacy_exports (id, patient_id, way, language, asked_at, asked_by)
     values (:id, :patient, :way, :language, :now, :askedBy)
     on conflict (patient_id) where state = 'asked' do nothing returning id`,
    { ...asked },
  );
  return made.length > 0;
};

export const countSince = async (
  on: Connection,
  patient: string,
  since: string,
): Promise<number> => {
  const [found] = await rows<{ number: number }>(
    on,
    'select count(*)::int as number from privacy_exports where patient_id = ? and asked_at > ?',
    [patient, since],
  );
  return found?.number ?? 0;
};

/** Of one patient, the newest first. */
export const exportsOf = (on: Connection, patient: string): Promise<DataExport[]> =>
  rows<DataExport>(
    on,
    `select ${columns} from privacy_exports where patient_id = ? order by asked_at desc, id limit 20`,
    [patient],
  );

export interface KeptExport extends DataExport {
  readonly patient: string;
  readonly language: PrivacyLanguage;
}

/** Locked until the transaction ends. */
export const lockExport = async (trx: Transaction, id: string): Promise<KeptExport | undefined> => {
  const [found] = await rows<KeptExport>(
    trx,
    `select ${columns}, patient_id as patient, language from privacy_exports where id = ? for update`,
    [id],
  );
  return found;
};

export const findExport = async (on: Connection, id: string): Promise<KeptExport | undefined> => {
  const [found] = await rows<KeptExport>(
    on,
    `select ${columns}, patient_id as patient, language from privacy_exports where id = ?`,
    [id],
  );
  return found;
};

export const keepArchive = async (
  trx: Transaction,
  id: string,
  archive: SealedText,
  times: { readonly now: string; readonly until: string; readonly bytes: number },
): Promise<void> => {
  await rows(
    trx,
    `update privacy_exports set state = 'ready', ready_at = :now, until = :until, key_id = :key, sealed = :sealed,
       bytes = :bytes where id = :id`,
    { id, ...archive, ...times },
  );
};

export const takeArchive = async (
  trx: Transaction,
  id: string,
): Promise<SealedText | undefined> => {
  const [found] = await rows<SealedText>(
    trx,
    `update privacy_exports set fetched = fetched + 1 where id = ? and state = 'ready'
     returning key_id as key, sealed`,
    [id],
  );
  return found;
};

/** Archives that ran out are gone. */
export const dropArchives = async (on: Connection, now: string): Promise<void> => {
  await rows(
    on,
    `update privacy_exports set state = 'expired', key_id = null, sealed = null
     where state = 'ready' and until <= ?`,
    [now],
  );
};

export interface Addressee {
  readonly id: number;
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: PrivacyLanguage | null;
  /** Of the portal account. */
  readonly email: string | null;
}

export const addresseeOf = async (
  on: Connection,
  patient: string,
): Promise<Addressee | undefined> => {
  const [found] = await rows<Addressee>(
    on,
    `select p.id, p.document_id as "documentId", p.first_name as "firstName", p.last_name as "lastName",
       p.preferred_language as language, u.email
     from patients p
     left join patients_account_lnk l on l.patient_id = p.id
     left join up_users u on u.id = l.user_id
     where p.document_id = ? limit 1`,
    [patient],
  );
  return found;
};

export interface ClinicWords {
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
}

export const clinicWords = async (on: Connection): Promise<ClinicWords> => {
  const [found] = await rows<{ [K in keyof ClinicWords]: string | null }>(
    on,
    'select name, zone, currency from clinics order by id limit 1',
  );
  return {
    name: found?.name ?? 'Clinic',
    zone: found?.zone ?? 'Europe/Bucharest',
    currency: found?.currency ?? 'RON',
  };
};
