import { openFields, sealField } from '@enamel/audit';
import type { Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { sealedAttributes } from './record-parts.ts';

const noun = 'patient';
/** What a merge changed of sealed fields is sealed under its own id: the journal holds no secret, and keys are rotated. */
const kept = 'patient-merge';

interface Change {
  readonly before: string | null;
  readonly after: string | null;
}

/** What is sealed opens for its own record alone, so it is sealed anew for the winner. */
export const sealMerged = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { merge, winner }: { merge: string; winner: string },
  values: Readonly<Record<string, string | null>>,
): Promise<void> => {
  const before = (await openFields(trx, noun, [winner])).get(winner) ?? {};
  for (const [field, searchable] of sealedAttributes(strapi)) {
    if (!(field in values)) continue;
    const change: Change = { before: before[field] ?? null, after: values[field] ?? null };
    await sealField(trx, { noun: kept, record: merge, field }, JSON.stringify(change), false);
    await sealField(trx, { noun, record: winner, field }, change.after, searchable);
  }
};

/** Puts the winner's sealed fields back. Answers whether all of them were still as the merge had left them. */
export const unsealMerged = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { merge, winner }: { merge: string; winner: string },
): Promise<boolean> => {
  const changes = (await openFields(trx, kept, [merge])).get(merge) ?? {};
  const now = (await openFields(trx, noun, [winner])).get(winner) ?? {};
  const searched = sealedAttributes(strapi);
  for (const [field, change] of Object.entries(changes)) {
    const { before, after } = JSON.parse(change) as Change;
    if ((now[field] ?? null) !== after) return false;
    await sealField(trx, { noun, record: winner, field }, before, searched.get(field) ?? false);
  }
  return true;
};
