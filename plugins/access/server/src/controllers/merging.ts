import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { mergePair, mergeWish } from '../../../shared/merging.ts';
import { listDuplicates, notOnePerson } from '../services/merging/duplicates.ts';
import { mergePatients, previewMerge } from '../services/merging/merge.ts';
import { listMerges, undoMerge } from '../services/merging/undo.ts';
import { mayReadOfPatients } from '../services/sight.ts';

const documentId = z.string().min(1).max(64);
const listed = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  patient: documentId.optional(),
});

/** Two records of one person: found, told apart, merged, and taken back. */
export const merging = ({ strapi }: { strapi: Core.Strapi }) => ({
  duplicates: guarded({ query: listed }, ({ query }) => listDuplicates(strapi, query)),
  apart: guarded(
    { body: z.object({ one: documentId, other: documentId }) },
    async ({ body: { one, other } }) => {
      await notOnePerson(strapi, one, other);
      return { data: { one, other } };
    },
  ),
  preview: guarded({ query: mergePair }, async ({ query: { winner, loser }, context }) => ({
    data: await previewMerge(strapi, winner, loser, mayReadOfPatients(context)),
  })),
  merge: guarded({ body: mergeWish }, async ({ body, context }) => {
    context.status = 201;
    return { data: await mergePatients(strapi, body) };
  }),
  recent: guarded({}, async () => ({ data: await listMerges(strapi) })),
  undo: guarded({ params: z.object({ id: documentId }) }, async ({ params }) => ({
    data: await undoMerge(strapi, params.id),
  })),
});
