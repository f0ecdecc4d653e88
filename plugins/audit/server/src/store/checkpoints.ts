import { type Checkpoint, checkpointLine, readCheckpoint } from '../domain/checkpoint.ts';
import type { Ask } from './seals.ts';

const read = (rows: (string | null)[][]): Checkpoint[] =>
  rows.flatMap(([line]) => readCheckpoint(line ?? '') ?? []);

export const lastCheckpoint = async (ask: Ask): Promise<Checkpoint | undefined> =>
  read(await ask('select line from audit_checkpoints order by id desc limit 1'))[0];

/** Those that saw the chain at `from` or later, oldest first. */
export const checkpointsFrom = async (ask: Ask, from: number): Promise<Checkpoint[]> =>
  read(await ask('select line from audit_checkpoints where number >= $1 order by id', [from]));

/** The last one that was signed at an instant or before. */
export const checkpointBefore = async (ask: Ask, at: string): Promise<Checkpoint | undefined> =>
  read(
    await ask('select line from audit_checkpoints where at <= $1 order by id desc limit 1', [at]),
  )[0];

export const insertCheckpoint = async (ask: Ask, checkpoint: Checkpoint): Promise<void> => {
  await ask('insert into audit_checkpoints (number, at, line) values ($1, $2, $3)', [
    checkpoint.number,
    checkpoint.at,
    checkpointLine(checkpoint),
  ]);
};
