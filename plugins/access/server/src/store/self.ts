import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

/** Document id of the practitioner who signs in as this panel user; null for everyone else. */
export const practitionerOf = async (strapi: Core.Strapi, user: number): Promise<string | null> => {
  const [found] = await rows<{ documentId: string }>(
    strapi.db.connection,
    `select p.document_id as "documentId" from practitioners p
     join practitioners_staff_user_lnk l on l.practitioner_id = p.id where l.user_id = ? limit 1`,
    [user],
  );
  return found?.documentId ?? null;
};
