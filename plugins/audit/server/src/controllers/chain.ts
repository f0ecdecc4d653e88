import { Readable } from 'node:stream';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { chainStepBody, entriesQuery } from '../../../shared/index.ts';
import { chainState, verifyStep } from '../services/chain-state.ts';
import { checkpointFile, entriesCsv, sealedLog } from '../services/files.ts';
import { demandWholeTrail, seenByReader } from '../services/readers.ts';
import { record } from '../services/record.ts';

const attach = (context: Context, name: string, type: string, body: string | Readable) => {
  context.attachment(name);
  context.type = type;
  context.set('Cache-Control', 'no-store');
  context.body = body;
};

/** What leaves as a file is told before its first byte. */
const tell = (strapi: Core.Strapi, file: string, detail: object, patientId?: string) =>
  record(strapi, undefined, {
    action: 'trail.export',
    subject: 'audit-entry',
    patientId,
    detail: { file, ...detail },
  });

export const chain = ({ strapi }: { strapi: Core.Strapi }) => ({
  state: guarded({}, async () => ({ data: await chainState(strapi) })),
  verify: guarded({ body: chainStepBody }, async ({ body }) => ({
    data: await verifyStep(strapi, body.progress),
  })),
  csv: guarded({ query: entriesQuery.omit({ limit: true }) }, async ({ query, context }) => {
    await tell(strapi, 'csv', { filters: Object.keys(query) }, query.patient);
    const lines = entriesCsv(strapi, { ...query, limit: 1 }, await seenByReader(strapi));
    attach(context, 'audit-trail.csv', 'text/csv; charset=utf-8', Readable.from(lines));
  }),
  log: guarded({}, async ({ context }) => {
    await demandWholeTrail(strapi);
    await tell(strapi, 'sealed log', {});
    const lines = Readable.from(sealedLog(strapi));
    attach(context, 'audit-trail.log', 'text/plain; charset=utf-8', lines);
  }),
  checkpoints: guarded({}, async ({ context }) => {
    await tell(strapi, 'checkpoints', {});
    const file = await checkpointFile(strapi);
    attach(context, 'audit-checkpoints.txt', 'text/plain; charset=utf-8', file);
  }),
});
