import { askExport, fetchExport, listExports } from '@enamel/audit';
import { z } from '@enamel/kernel';
import { currentActor, guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { signedInPatient } from '../services/patient.ts';
import { demandPatient } from '../services/scope.ts';

const id = z.string().min(1).max(64);
const wish = z.strictObject({ language: z.enum(['en', 'ro']).optional() });

const asFile = (context: Context, bytes: Buffer) => {
  context.set('Content-Type', 'application/zip');
  context.set('Content-Disposition', 'attachment; filename="my-data.zip"');
  context.set('Cache-Control', 'private, no-store');
  return bytes;
};

export const privacy = ({ strapi }: { strapi: Core.Strapi }) => ({
  ownExports: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await listExports(strapi, documentId) };
  }),
  askOwnExport: guarded({ body: wish }, async ({ body, context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    context.status = 202;
    return {
      data: await askExport(strapi, documentId, {
        way: 'portal',
        askedBy: null,
        ...(body.language ? { language: body.language } : {}),
      }),
    };
  }),
  ownArchive: guarded({ params: z.object({ id }) }, async ({ params, context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return asFile(context, await fetchExport(strapi, documentId, params.id));
  }),
  exports: guarded({ params: z.object({ documentId: id }) }, async ({ params: { documentId } }) => {
    await demandPatient(strapi, documentId);
    return { data: await listExports(strapi, documentId) };
  }),
  askExport: guarded(
    { params: z.object({ documentId: id }) },
    async ({ params: { documentId }, context }) => {
      await demandPatient(strapi, documentId);
      const actor = currentActor(strapi);
      const askedBy = actor.kind === 'staff' ? actor.name : null;
      context.status = 202;
      return { data: await askExport(strapi, documentId, { way: 'desk', askedBy }) };
    },
  ),
  archive: guarded(
    { params: z.object({ documentId: id, id }) },
    async ({ params: { documentId, id: asked }, context }) => {
      await demandPatient(strapi, documentId);
      return asFile(context, await fetchExport(strapi, documentId, asked));
    },
  ),
});
