import { clockOf, emit, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  findNotice,
  forgetNotice,
  insertNotices,
  type NoticeKind,
  type StaffNotice,
} from '../store/notices.ts';

/** Tells members of staff by mail, with the change that it tells of. */
export const notify = async (
  strapi: Core.Strapi,
  trx: Transaction,
  notice: { kind: NoticeKind; about: string; users: readonly number[] },
): Promise<void> => {
  const now = clockOf(strapi).now().toString();
  for (const id of await insertNotices(trx, { ...notice, now }))
    await emit(strapi, trx, 'access.notice-made', { notice: id });
};

/** What is to be sent; undefined when it was sent, or the person has left. */
export const noticeToSend = (strapi: Core.Strapi, id: string): Promise<StaffNotice | undefined> =>
  findNotice(strapi.db.connection, id);

export const noticeSent = (strapi: Core.Strapi, id: string): Promise<void> =>
  forgetNotice(strapi.db.connection, id);
