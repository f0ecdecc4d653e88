/** Carries the codes of guests and the mails of accounts. They are in a hurry, so they bypass plan and outbox. */
import { randomUUID } from 'node:crypto';
import { codeSent, codeToSend, mailSent, mailToSend } from '@enamel/access';
import { erasureNotice, erasureTold, exportNotice } from '@enamel/audit';
import { env } from '@enamel/config';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { accountLetter } from '../domain/account-letter.ts';
import { codeLetter, codeText } from '../domain/code-message.ts';
import { erasureLetter } from '../domain/erasure-letter.ts';
import type { Brand } from '../domain/letter.ts';
import type { Message } from '../domain/message.ts';
import { channels } from './channels.ts';
import { clinicOf } from './clinic.ts';
import { sendEmail, senderOf } from './email.ts';
import { sendSms } from './sms.ts';

type ToSend = NonNullable<Awaited<ReturnType<typeof codeToSend>>>;

/** Sends a letter of fixed words at once, past plan and outbox. */
export const sendLetter = async (
  strapi: Core.Strapi,
  to: string,
  write: (brand: Brand) => Message,
  url: string,
) => {
  const clinic = await clinicOf(strapi);
  const { name, color, logo } = clinic;
  const footer = [name, clinic.address, clinic.phone, clinic.email].filter((line) => line !== null);
  const from = { name, email: senderOf(env().MAIL_FROM).email };
  return sendEmail(
    url,
    {
      from,
      replyTo: clinic.email,
      to,
      message: write({ name, color, logo, footer }),
      messageId: `<${randomUUID()}@${from.email.split('@')[1] ?? 'enamel.invalid'}>`,
      date: clockOf(strapi).now(),
    },
    async () => true,
  );
};

const text = async (
  strapi: Core.Strapi,
  { address, code, language }: ToSend,
  account: NonNullable<ReturnType<typeof channels>['sms']>,
) => {
  const { name } = await clinicOf(strapi);
  return sendSms(account, address, codeText(code, name, language));
};

/** Nothing to send with: a demonstration shows the code to whoever runs it. */
const keep = (strapi: Core.Strapi, { code }: ToSend): void => {
  const { NODE_ENV } = env();
  if (NODE_ENV === 'demo' || NODE_ENV === 'development')
    strapi.log.info(`No messages are sent from here: a guest's code is ${code}`);
};

/** Sends what was asked for. A server that is away for the moment makes it throw, and so be tried again. */
export const carryCode = async (strapi: Core.Strapi, request: string): Promise<void> => {
  const toSend = await codeToSend(strapi, request);
  if (!toSend) return;
  const { smtpUrl, sms } = channels();
  const outcome =
    toSend.channel === 'email'
      ? smtpUrl &&
        (await sendLetter(
          strapi,
          toSend.address,
          (brand) => codeLetter(toSend.code, brand, toSend.language),
          smtpUrl,
        ))
      : sms && (await text(strapi, toSend, sms));
  if (!outcome) return keep(strapi, toSend);
  if (outcome.kind === 'temporary') throw new Error('A code could not be handed over yet');
  await codeSent(strapi, request);
};

/** Sends a mail about an account; a demonstration shows its link to whoever runs it. */
export const carryAccountMail = async (strapi: Core.Strapi, id: string): Promise<void> => {
  const toSend = await mailToSend(strapi, id);
  if (!toSend) return;
  const { kind, address, link, language } = toSend;
  const { smtpUrl } = channels();
  const outcome = smtpUrl
    ? await sendLetter(
        strapi,
        address,
        (brand) => accountLetter(kind, link, brand, language),
        smtpUrl,
      )
    : undefined;
  if (outcome?.kind === 'temporary') throw new Error('A mail could not be handed over yet');
  const { NODE_ENV } = env();
  if (!outcome && link && (NODE_ENV === 'demo' || NODE_ENV === 'development'))
    strapi.log.info(`No messages are sent from here: the link of an account is ${link}`);
  await mailSent(strapi, id);
};

/** Tells a patient that the copy of their data is there; it is fetched in the portal only. */
export const carryExportNotice = async (strapi: Core.Strapi, id: string): Promise<void> => {
  const notice = await exportNotice(strapi, id);
  const { smtpUrl } = channels();
  if (!notice || !smtpUrl) return;
  const { address, link, language } = notice;
  const write = (brand: Brand) => accountLetter('export-ready', link, brand, language);
  const outcome = await sendLetter(strapi, address, write, smtpUrl);
  if (outcome?.kind === 'temporary') throw new Error('A mail could not be handed over yet');
};

/** Tells whoever asked to be erased how it was answered. Their address is forgotten with it. */
export const carryErasureNotice = async (strapi: Core.Strapi, id: string): Promise<void> => {
  const notice = await erasureNotice(strapi, id);
  if (!notice) return;
  const { smtpUrl } = channels();
  const write = (brand: Brand) => erasureLetter(notice, brand);
  const outcome = smtpUrl ? await sendLetter(strapi, notice.address, write, smtpUrl) : undefined;
  if (outcome?.kind === 'temporary') throw new Error('A mail could not be handed over yet');
  await erasureTold(strapi, id);
};
