import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';

/** The document id of the patient that a record belongs to, by the record's numeric id. */
export const patientOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: UID.ContentType,
  id: number | string,
): Promise<string[]> => {
  const attribute = strapi.db.metadata.get(uid).attributes.patient;
  if (!attribute || !('joinTable' in attribute) || !attribute.joinTable) return [];
  const { name, joinColumn, inverseJoinColumn } = attribute.joinTable as {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
  };
  const found = await rows<{ document_id: string }>(
    trx,
    'select p.document_id from patients p join ?? l on l.?? = p.id where l.?? = ?',
    [name, inverseJoinColumn.name, joinColumn.name, id],
  );
  return found.map((row) => row.document_id);
};
