import { rows, type Transaction } from '@enamel/kernel/server';
import type { Erasure, ErasureRow, KeptSection } from '../../../../shared/index.ts';
import type { SealedText } from '../../domain/sealing/sealed-text.ts';

type Connection = Parameters<typeof rows>[0];

const at = (column: string, name: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "${name}"`;
const columns = `e.id, e.state, e.way, ${at('e.asked_at', 'askedAt')}, e.due_on::text as "dueOn", e.put_off as "putOff",
  ${at('e.answered_at', 'answeredAt')}, e.answered_by as "answeredBy", e.reason, e.kept,
  e.patient_id as "patientId", coalesce(concat_ws(' ', p.first_name, p.last_name), '') as name`;
const source = 'privacy_erasures e left join patients p on p.document_id = e.patient_id';

type Row = Omit<ErasureRow, 'patient' | 'kept'> & {
  readonly patientId: string;
  readonly name: string;
  readonly kept: KeptSection[] | string | null;
};

const toErasure = ({ patientId, name, kept, ...row }: Row): ErasureRow => ({
  ...row,
  kept: typeof kept === 'string' ? JSON.parse(kept) : (kept ?? []),
  patient: { documentId: patientId, name },
});

export interface NewErasure {
  readonly id: string;
  readonly patient: string;
  readonly way: 'portal' | 'desk';
  readonly now: string;
  readonly dueOn: string;
}

/** @returns false when the patient waits for an answer already */
export const insertErasure = async (trx: Transaction, asked: NewErasure): Promise<boolean> => {
  const made = await rows(
    trx,
    `insert into privacy_erasures (id, patient_id, way, asked_at, due_on)
     values (:id, :patient, :way, :now, :dueOn)
     on conflict (patient_id) where state = 'asked' do nothing returning id`,
    { ...asked },
  );
  return made.length > 0;
};

/** Locked until the transaction ends. */
export const lockErasure = async (
  trx: Transaction,
  id: string,
): Promise<ErasureRow | undefined> => {
  await rows(trx, 'select 1 from privacy_erasures where id = ? for update', [id]);
  return findErasure(trx, id);
};

export const findErasure = async (on: Connection, id: string): Promise<ErasureRow | undefined> => {
  const [found] = await rows<Row>(on, `select ${columns} from ${source} where e.id = ?`, [id]);
  return found && toErasure(found);
};

/** Of one patient, the newest first. */
export const erasuresOf = async (on: Connection, patient: string): Promise<Erasure[]> =>
  (
    await rows<Row>(
      on,
      `select ${columns} from ${source} where e.patient_id = ? order by e.asked_at desc, e.id limit 20`,
      [patient],
    )
  ).map((row) => {
    const { patient: _, ...erasure } = toErasure(row);
    return erasure;
  });

/** Those without an answer by their date, then the others, the newest first. */
export const listErasures = async (
  on: Connection,
  { open, limit, offset }: { open: boolean; limit: number; offset: number },
): Promise<{ erasures: ErasureRow[]; total: number }> => {
  const found = await rows<Row & { total: string }>(
    on,
    `select ${columns}, count(*) over () as total from ${source} where not :open or e.state = 'asked'
     order by (e.state = 'asked') desc, case when e.state = 'asked' then e.due_on end, e.asked_at desc, e.id
     limit :limit offset :offset`,
    { open, limit, offset },
  );
  return {
    erasures: found.map(({ total: _, ...row }) => toErasure(row)),
    total: Number(found[0]?.total ?? 0),
  };
};

export interface Answer {
  readonly state: 'done' | 'refused' | 'withdrawn';
  readonly now: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly kept: readonly KeptSection[];
  /** Sealed address to tell it to. */
  readonly notice: SealedText | null;
}

export const answerErasure = async (
  trx: Transaction,
  id: string,
  { state, now, by, reason, kept, notice }: Answer,
): Promise<void> => {
  await rows(
    trx,
    `update privacy_erasures set state = :state, answered_at = :now, answered_by = :by, reason = :reason,
       kept = :kept::jsonb, key_id = :key, notice = :notice where id = :id`,
    {
      id,
      state,
      now,
      by,
      reason,
      kept: JSON.stringify(kept),
      key: notice?.key ?? null,
      notice: notice?.sealed ?? null,
    },
  );
};

export const putOff = async (
  trx: Transaction,
  id: string,
  { dueOn, reason }: { dueOn: string; reason: string },
): Promise<void> => {
  await rows(trx, 'update privacy_erasures set due_on = :dueOn, put_off = :reason where id = :id', {
    id,
    dueOn,
    reason,
  });
};

export const noticeOf = async (on: Connection, id: string): Promise<SealedText | undefined> => {
  const [found] = await rows<SealedText>(
    on,
    'select key_id as key, notice as sealed from privacy_erasures where id = ? and notice is not null',
    [id],
  );
  return found;
};

export const dropNotice = async (on: Connection, id: string): Promise<void> => {
  await rows(on, 'update privacy_erasures set notice = null, key_id = null where id = ?', [id]);
};

/** Addresses of answers that could not be told for so long are forgotten. */
export const dropOldNotices = async (on: Connection, answeredBefore: string): Promise<void> => {
  await rows(
    on,
    'update privacy_erasures set notice = null, key_id = null where notice is not null and answered_at < ?',
    [answeredBefore],
  );
};
