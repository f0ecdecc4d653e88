/** Making, listing and revoking feeds. */
import { createHash, randomBytes } from 'node:crypto';
import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { publicUrl } from '@enamel/config';
import { conflict, invalid, missing } from '@enamel/kernel';
import { clockOf, transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { FeedKind, FeedOrder, NewFeed, StaffFeedsAnswer } from '../../../../shared/feeds.ts';
import { feedOwners, listFeeds } from '../../store/feeds/feed-list.ts';
import { countFeeds, insertFeed, lockFeedsOf, revokeFeed } from '../../store/feeds/feeds.ts';
import { iso } from '../booking/news.ts';
import type { FeedScope } from './feed-scope.ts';

const most = 10;

/** 256 random bits need no key: their digest tells nothing. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const unknown = () => missing('UNKNOWN_FEED', 'There is no such calendar feed.');

const patientOf = (kind: FeedKind, owner: string) => (kind === 'patient' ? owner : null);

interface Making {
  readonly kind: FeedKind;
  readonly owner: string;
  readonly language: string;
  readonly byKind: 'staff' | 'patient';
  readonly byId: string;
}

const issue = (strapi: Core.Strapi, feed: Making): Promise<NewFeed> =>
  transaction(strapi, async (trx) => {
    const { kind, owner } = feed;
    const now = clockOf(strapi).now().epochMilliseconds;
    await lockFeedsOf(trx, kind, owner);
    if ((await countFeeds(trx, kind, owner)) >= most)
      throw conflict('TOO_MANY_FEEDS', `There are ${most} links already. Revoke one first.`);
    const token = randomBytes(32).toString('base64url');
    const id = createId();
    await insertFeed(trx, { ...feed, id, digest: digestOf(token), now });
    await record(strapi, trx, {
      action: 'feed.made',
      subject: 'calendar-feed',
      subjectId: id,
      patientId: patientOf(kind, owner),
      detail: { kind, owner },
    });
    const url = `${publicUrl()}/api/scheduling/feeds/${token}.ics`;
    return { id, url, madeAt: iso(now), fetchedAt: null };
  });

const languageOf = (language: string | null | undefined) => (language === 'en' ? 'en' : 'ro');

export const makeOwnFeed = (
  strapi: Core.Strapi,
  patient: { readonly documentId: string; readonly userId: number },
  language: string | null,
): Promise<NewFeed> =>
  issue(strapi, {
    kind: 'patient',
    owner: patient.documentId,
    language: languageOf(language),
    byKind: 'patient',
    byId: String(patient.userId),
  });

export const makeStaffFeed = async (
  strapi: Core.Strapi,
  scope: FeedScope,
  { kind, owner }: FeedOrder,
): Promise<NewFeed> => {
  const owners = await feedOwners(strapi.db.connection, scope.practitioner, await scopeOf(strapi));
  if (!owners.some((one) => one.kind === kind && one.documentId === owner)) {
    const message = 'is nobody whose calendar you may share';
    throw invalid('UNKNOWN_OWNER', `owner: ${message}`, { fields: [{ field: 'owner', message }] });
  }
  const clinic = await strapi.db
    .query('api::clinic.clinic')
    .findOne({ select: ['defaultLanguage'] });
  return issue(strapi, {
    kind,
    owner,
    language: languageOf(clinic?.defaultLanguage),
    byKind: 'staff',
    byId: String(scope.userId),
  });
};

export const listStaffFeeds = async (
  strapi: Core.Strapi,
  { practitioner }: FeedScope,
  query: { readonly kind: FeedKind | null; readonly page: number; readonly pageSize: number },
): Promise<StaffFeedsAnswer> => {
  const on = strapi.db.connection;
  const scope = await scopeOf(strapi);
  const [{ data, total }, owners] = await Promise.all([
    listFeeds(on, { ...query, practitioner, scope }),
    feedOwners(on, practitioner, scope),
  ]);
  const patients = data.flatMap(({ kind, owner }) => patientOf(kind, owner.documentId) ?? []);
  if (patients.length > 0)
    await record(strapi, undefined, {
      action: 'list',
      subject: 'calendar-feed',
      patients: [...new Set(patients)],
      detail: { count: data.length },
    });
  const { page, pageSize } = query;
  return { data, meta: { total, page, pageSize, owners } };
};

/** @throws 404 UNKNOWN_FEED also for somebody else's */
export const revoke = async (
  strapi: Core.Strapi,
  id: string,
  of: { readonly kind: FeedKind; readonly owner: string } | null,
): Promise<void> => {
  const scope = await scopeOf(strapi);
  return transaction(strapi, async (trx) => {
    const revoked = await revokeFeed(trx, id, of, scope, clockOf(strapi).now().epochMilliseconds);
    if (!revoked) throw unknown();
    const { kind, owner } = revoked;
    await record(strapi, trx, {
      action: 'feed.revoked',
      subject: 'calendar-feed',
      subjectId: id,
      patientId: patientOf(kind, owner),
      detail: { kind, owner },
    });
  });
};
