import { createHmac, randomBytes } from 'node:crypto';
import { env } from '@enamel/config';
import { missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { keepLink, offerOfLink } from '../../store/wait-list/offers.ts';

const digestOf = (token: string) =>
  createHmac('sha256', env().LINK_SECRET).update(`offer:${token}`).digest();

/** A new link to an offer; its token (43 characters, URL-safe) is known only to whom it is sent. */
export const issueOfferLink = async (strapi: Core.Strapi, offer: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await keepLink(strapi.db.connection, digestOf(token), offer);
  return token;
};

/** The offer that a link opens, until a day after it was settled. @throws 404 OFFER_INVALID */
export const offerBehind = async (strapi: Core.Strapi, token: string): Promise<string> => {
  const since = clockOf(strapi).now().subtract({ hours: 24 }).toString();
  const offer = await offerOfLink(strapi.db.connection, digestOf(token), since);
  if (!offer)
    throw missing(
      'OFFER_INVALID',
      'This link is not valid. Check that it was copied whole, or call us.',
    );
  return offer;
};
