import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type EntriesPage, entriesQuery } from '../../../shared/index.ts';
import { seenByReader } from '../services/readers.ts';
import { record } from '../services/record.ts';
import { findEntries, patientNames } from '../store/entries.ts';

export const entries = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: guarded({ query: entriesQuery }, async ({ query }): Promise<EntriesPage> => {
    const data = await findEntries(strapi.db.connection, query, await seenByReader(strapi));
    const last = data.length === query.limit ? (data.at(-1)?.id ?? null) : null;
    await record(strapi, undefined, {
      action: 'trail.read',
      subject: 'audit-entry',
      patientId: query.patient,
      detail: { filters: Object.keys(query), count: data.length },
    });
    const told = [...new Set(data.flatMap(({ patients }) => patients))];
    const names = await patientNames(strapi.db.connection, told);
    return { data, meta: { before: last, names } };
  }),
});
