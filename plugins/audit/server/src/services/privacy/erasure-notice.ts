import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Erasure, PrivacyLanguage } from '../../../../shared/index.ts';
import {
  openText,
  type SealedText,
  type Spot,
  sealText,
} from '../../domain/sealing/sealed-text.ts';
import type { Identity } from '../../store/privacy/erasing.ts';
import { dropNotice, dropOldNotices, findErasure, noticeOf } from '../../store/privacy/erasures.ts';
import { keys } from '../sealing/sealed-fields.ts';

const spotOf = (id: string): Spot => ({ noun: 'privacy-erasure', record: id, field: 'notice' });

/** Where the answer goes: sealed, since the record that knows it may be gone by then. */
export const noticeFor = (
  id: string,
  { email, language, firstName }: Identity,
  state: string,
): SealedText | null =>
  email
    ? sealText(
        keys(),
        spotOf(id),
        JSON.stringify({ address: email, language: language ?? 'ro', firstName, state }),
      )
    : null;

export interface ErasureNotice {
  readonly address: string;
  readonly language: PrivacyLanguage;
  readonly firstName: string;
  readonly state: 'done' | 'refused';
  readonly reason: string | null;
  readonly kept: Erasure['kept'];
}

/** What is to be told to whoever asked; undefined when it was told. */
export const erasureNotice = async (
  strapi: Core.Strapi,
  id: string,
): Promise<ErasureNotice | undefined> => {
  const sealed = await noticeOf(strapi.db.connection, id);
  const erasure = await findErasure(strapi.db.connection, id);
  if (!sealed || !erasure) return undefined;
  return {
    ...JSON.parse(openText(keys(), spotOf(id), sealed)),
    reason: erasure.reason,
    kept: erasure.kept,
  };
};

export const erasureTold = (strapi: Core.Strapi, id: string): Promise<void> =>
  dropNotice(strapi.db.connection, id);

/** An answer is tried to be told for so long; its address is not kept beyond. */
const triedFor = { hours: 7 * 24 };

export const forgetNotices = (strapi: Core.Strapi): Promise<void> =>
  dropOldNotices(strapi.db.connection, clockOf(strapi).now().subtract(triedFor).toString());
