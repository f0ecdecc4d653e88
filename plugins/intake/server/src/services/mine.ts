import { missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { OwnForm, OwnFormLink } from '../../../shared/index.ts';
import { visitAskingForForm } from '../store/visits.ts';
import { sendLink } from './links.ts';

/** The form a patient still owes: before the next visit, unless one was sent in the last 12 months. */
export const ownOpenForm = async (strapi: Core.Strapi, patient: string): Promise<OwnForm | null> =>
  (await visitAskingForForm(strapi, patient, clockOf(strapi).now())) ?? null;

/** A link to that form. @throws 404 FORM_NOT_OPEN when nothing is owed. */
export const issueOwnForm = async (strapi: Core.Strapi, patient: string): Promise<OwnFormLink> => {
  const form = await ownOpenForm(strapi, patient);
  if (!form) throw missing('FORM_NOT_OPEN', 'There is no form to fill in at the moment.');
  const { url } = await sendLink(strapi, { patient, appointment: form.appointment });
  const { pathname } = new URL(url);
  return { url, path: pathname, token: pathname.slice(pathname.lastIndexOf('/') + 1) };
};
