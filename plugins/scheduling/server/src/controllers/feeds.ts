import { confirmedPatient, signedInPatient } from '@enamel/access';
import { missing, z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { feedKinds } from '../../../shared/feeds.ts';
import { feedFile } from '../services/feeds/feed-file.ts';
import { feedScope } from '../services/feeds/feed-scope.ts';
import { listStaffFeeds, makeOwnFeed, makeStaffFeed, revoke } from '../services/feeds/feeds.ts';
import { ownFeeds } from '../store/feeds/feed-list.ts';
import { documentId } from './input.ts';

const params = z.object({ id: documentId });
const page = z.coerce.number('must be a number').int().min(1).max(10_000).default(1);
const secret = /^([\w-]{43})\.ics$/;

/** Calendar feeds: of patients, of staff, and as calendar programs read them. */
export const feeds = ({ strapi }: { strapi: Core.Strapi }) => ({
  file: guarded({ params: z.object({ file: z.string() }) }, async ({ params, context }) => {
    const [, token] = secret.exec(params.file) ?? [];
    if (!token) throw missing('UNKNOWN_FEED', 'This is no calendar link.');
    const { text, etag, changedAt } = await feedFile(strapi, token);
    context.status = 200;
    context.set('Cache-Control', 'private, no-cache');
    context.set('X-Robots-Tag', 'noindex');
    context.etag = etag;
    context.lastModified = new Date(changedAt);
    if (context.fresh) {
      context.status = 304;
      return undefined;
    }
    context.set('Content-Disposition', 'inline; filename="visits.ics"');
    context.type = 'text/calendar; charset=utf-8';
    return text;
  }),

  own: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await ownFeeds(strapi.db.connection, documentId) };
  }),
  makeOwn: guarded(
    { body: z.object({ language: z.enum(['en', 'ro'], 'must be en or ro').optional() }) },
    async ({ body: { language = null }, context }) => {
      const patient = await confirmedPatient(strapi, context);
      context.status = 201;
      return { data: await makeOwnFeed(strapi, patient, language) };
    },
  ),
  revokeOwn: guarded({ params }, async ({ params, context }) => {
    const { documentId: owner } = await signedInPatient(strapi, context);
    await revoke(strapi, params.id, { kind: 'patient', owner });
    return { data: { id: params.id } };
  }),

  list: guarded(
    { query: z.object({ kind: z.enum(feedKinds).optional(), page }) },
    async ({ query: { kind = null, page }, context }) =>
      listStaffFeeds(strapi, await feedScope(strapi, context), { kind, page, pageSize: 20 }),
  ),
  make: guarded(
    {
      body: z.object({
        kind: z.enum(['practitioner', 'location'], 'must be practitioner or location'),
        owner: documentId,
      }),
    },
    async ({ body, context }) => {
      const scope = await feedScope(strapi, context);
      const made = await makeStaffFeed(strapi, scope, body);
      context.status = 201;
      return { data: made };
    },
  ),
  revoke: guarded({ params }, async ({ params, context }) => {
    const { practitioner: owner } = await feedScope(strapi, context);
    await revoke(strapi, params.id, owner === null ? null : { kind: 'practitioner', owner });
    return { data: { id: params.id } };
  }),
});
