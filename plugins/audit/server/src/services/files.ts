import { csv } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { AuditEntry, EntriesQuery } from '../../../shared/index.ts';
import { canonicalOf } from '../domain/canonical.ts';
import { checkpointLine } from '../domain/checkpoint.ts';
import { headLine, sealLine } from '../domain/log-file.ts';
import { start } from '../domain/verifier.ts';
import { checkpointsFrom } from '../store/checkpoints.ts';
import { findEntries, patientNames } from '../store/entries.ts';
import { readSeals } from '../store/seals.ts';
import { asking, checkpointNow, sealNow } from './chain.ts';

const batch = 1_000;

const head = [
  'at',
  'actor',
  'actor id',
  'name',
  'roles',
  'action',
  'subject',
  'subject id',
  'patients',
  'patient ids',
  'detail',
  'ip',
  'device',
  'request',
  'seal',
];

const rowOf = (entry: AuditEntry, names: Readonly<Record<string, string>>): string[] => [
  entry.at,
  entry.actor.kind,
  entry.actor.id,
  entry.actor.name ?? '',
  entry.actor.roles.join('; '),
  entry.action,
  entry.subject,
  entry.subjectId ?? '',
  entry.patients.map((id) => names[id] ?? id).join('; '),
  entry.patients.join('; '),
  Object.keys(entry.detail).length > 0 ? JSON.stringify(entry.detail) : '',
  entry.ip ?? '',
  entry.device ?? '',
  entry.requestId ?? '',
  entry.seal ?? '',
];

/** All entries that a query finds, newest first, a thousand at a time. */
export async function* entriesCsv(
  strapi: Core.Strapi,
  query: EntriesQuery,
  seen: string | undefined,
): AsyncGenerator<string> {
  yield csv([head]);
  for (let before = query.before, more = true; more; ) {
    const found = await findEntries(strapi.db.connection, { ...query, before, limit: batch }, seen);
    const told = [...new Set(found.flatMap(({ patients }) => patients))];
    const names = await patientNames(strapi.db.connection, told);
    // The mark of the byte order stands once, before the head.
    if (found.length > 0)
      yield csv(found.map((entry) => rowOf(entry, names))).replace(/^\uFEFF/, '');
    before = found.at(-1)?.id;
    more = found.length === batch;
  }
}

/** The whole chain as a sealed log that is verified without this database. */
export async function* sealedLog(strapi: Core.Strapi): AsyncGenerator<string> {
  await sealNow(strapi);
  const checkpoint = await checkpointNow(strapi);
  yield `${headLine(start)}\n`;
  for (let after = 0; after < checkpoint.number; after += batch) {
    const seals = await asking(strapi, (ask) =>
      readSeals(ask, after, Math.min(after + batch, checkpoint.number)),
    );
    yield seals
      .map(({ number, hash, texts }) =>
        texts ? `${sealLine(number, hash, canonicalOf(texts))}\n` : '',
      )
      .join('');
  }
  yield `${checkpointLine(checkpoint)}\n`;
}

/** Every checkpoint, the present one too, to be kept elsewhere. */
export const checkpointFile = async (strapi: Core.Strapi): Promise<string> => {
  await sealNow(strapi);
  await checkpointNow(strapi);
  const all = await asking(strapi, (ask) => checkpointsFrom(ask, 0));
  return all.map((checkpoint) => `${checkpointLine(checkpoint)}\n`).join('');
};
