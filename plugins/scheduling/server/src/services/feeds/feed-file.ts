import { createHash } from 'node:crypto';
import { scopeOfStaff } from '@enamel/access';
import { record } from '@enamel/audit';
import { portalUrl } from '@enamel/config';
import { missing, system } from '@enamel/kernel';
import { clockOf, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { feedSpan, feedText } from '../../domain/feeds/feed.ts';
import { isOwnerInScope } from '../../store/feeds/feed-scope.ts';
import { feedVisits } from '../../store/feeds/feed-visits.ts';
import { noteFetch, openFeed } from '../../store/feeds/feeds.ts';
import { digestOf } from './feeds.ts';

export interface FeedFile {
  readonly text: string;
  readonly etag: string;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

const strange = () =>
  missing(
    'UNKNOWN_FEED',
    'This calendar link is not valid, or was revoked. Please make a new one.',
  );

/**
 * What a calendar program gets for a secret. The trail hears of a feed's reader once an hour, and whenever what is read
 * has changed.
 */
export const feedFile = async (strapi: Core.Strapi, token: string): Promise<FeedFile> => {
  const on = strapi.db.connection;
  const feed = await openFeed(on, digestOf(token));
  if (!feed) throw strange();
  const { id, kind, owner, language, ownerName, clinic, sharedBy } = feed;
  if (sharedBy !== null) {
    const scope = await scopeOfStaff(strapi, sharedBy);
    if (!(await isOwnerInScope(on, scope, kind, owner))) throw strange();
  }
  const now = clockOf(strapi).now().epochMilliseconds;
  const visits = await feedVisits(on, kind, owner, language, feedSpan(kind, now));
  const visitsUrl = `${portalUrl()}/${language}/visits`;
  const text = feedText({ kind, owner: ownerName, clinic, visitsUrl }, visits);
  const etag = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  return runAs(system('feed'), () =>
    transaction(strapi, async (trx) => {
      const noted = await noteFetch(trx, id, etag, now);
      if (!noted) throw strange();
      if (noted.tell)
        await record(strapi, trx, {
          action: 'list',
          subject: 'calendar-feed',
          subjectId: id,
          patients: [...new Set(visits.flatMap(({ patient }) => patient ?? []))],
          detail: { kind, owner, count: visits.length },
        });
      return { text, etag, changedAt: noted.changedAt };
    }),
  );
};
