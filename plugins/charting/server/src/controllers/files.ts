import {
  admitStaff,
  demandPass,
  demandPatient,
  fileKinds,
  filePass,
  passFor,
  receivedFile,
  signedInPatient,
} from '@enamel/access';
import { forbidden } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  type FileLink,
  fileParams,
  filePermissions,
  newFile,
  patientFileParams,
  patientParams,
} from '../../../shared/files.ts';
import { addFile, anyFile, fileOf, listFiles, readFile, removeFile } from '../services/files.ts';
import type { KeptFile } from '../store/files.ts';

const panelPath = '/charting/files';
const ownPath = '/api/charting/files';

const linkTo = (
  path: string,
  file: string,
  { until, sign }: ReturnType<typeof passFor>,
): FileLink => ({
  address: `${path}/${file}?until=${until}&sign=${sign}`,
  until: Temporal.Instant.fromEpochMilliseconds(until * 1000).toString(),
});

/** Pictures are shown where they are; everything else is taken home and opened there. */
const send = (context: Context, file: KeptFile, bytes: Buffer): Buffer => {
  const { mime, image } = fileKinds[file.kind];
  context.attachment(file.name, { type: image ? 'inline' : 'attachment' });
  context.type = mime;
  context.set('X-Content-Type-Options', 'nosniff');
  context.set('Cache-Control', 'private, no-store');
  return bytes;
};

export const files = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({ params: patientParams }, async ({ params: { patient } }) => {
    await demandPatient(strapi, patient);
    return { data: await listFiles(strapi, patient) };
  }),

  add: guarded(
    { params: patientParams, body: newFile },
    async ({ params: { patient }, body, context }) => {
      await demandPatient(strapi, patient);
      const received = await receivedFile(context);
      context.status = 201;
      return { data: await addFile(strapi, patient, received, body.category) };
    },
  ),

  link: guarded(
    { params: patientFileParams },
    async ({ params: { patient, file: asked }, context }) => {
      await demandPatient(strapi, patient);
      const { documentId } = await fileOf(strapi, patient, asked);
      return {
        data: linkTo(panelPath, documentId, passFor(strapi, context, documentId, panelPath)),
      };
    },
  ),

  remove: guarded({ params: patientFileParams }, async ({ params: { patient, file } }) => {
    await demandPatient(strapi, patient);
    await removeFile(strapi, patient, file);
    return { data: {} };
  }),

  open: guarded({ params: fileParams, query: filePass }, async ({ params, query, context }) => {
    const ability = await admitStaff(strapi, context);
    demandPass(strapi, context, params.file, query);
    if (!ability.can(filePermissions.read))
      throw forbidden('FORBIDDEN', 'Your role does not allow this.');
    const file = await anyFile(strapi, params.file);
    await demandPatient(strapi, file.patient);
    return send(context, file, await readFile(strapi, file));
  }),

  ownList: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    const own = await listFiles(strapi, documentId);
    return { data: own.map((file) => ({ ...file, addedBy: null })) };
  }),

  ownLink: guarded({ params: fileParams }, async ({ params, context }) => {
    const patient = await signedInPatient(strapi, context);
    const { documentId } = await fileOf(strapi, patient.documentId, params.file);
    return { data: linkTo(ownPath, documentId, passFor(strapi, context, documentId)) };
  }),

  ownOpen: guarded({ params: fileParams, query: filePass }, async ({ params, query, context }) => {
    const patient = await signedInPatient(strapi, context);
    demandPass(strapi, context, params.file, query);
    const file = await fileOf(strapi, patient.documentId, params.file);
    return send(context, file, await readFile(strapi, file));
  }),
});
