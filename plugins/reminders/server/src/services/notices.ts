/** Carries mails to members of staff. They are in a hurry, so they bypass plan and outbox. */
import { noticeSent, noticeToSend } from '@enamel/access';
import { publicUrl } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import { staffLetter } from '../domain/staff-letter.ts';
import { channels } from './channels.ts';
import { sendLetter } from './codes.ts';

const page = () => `${publicUrl()}/admin/plugins/access/scope`;

/** A server that is away for the moment makes it throw, and so be tried again. */
export const carryNotice = async (strapi: Core.Strapi, id: string): Promise<void> => {
  const notice = await noticeToSend(strapi, id);
  if (!notice) return;
  const { smtpUrl } = channels();
  if (smtpUrl) {
    const write = (brand: Parameters<typeof staffLetter>[2]) => staffLetter(notice, page(), brand);
    const outcome = await sendLetter(strapi, notice.email, write, smtpUrl);
    if (outcome?.kind === 'temporary') throw new Error('A notice could not be handed over yet');
  }
  await noticeSent(strapi, id);
};
