import { rows } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';

/** Document ids of the patients that records belong to, by the records' numeric ids. */
export const patientsOf = async (
  strapi: Core.Strapi,
  on: Parameters<typeof rows>[0],
  uid: UID.ContentType,
  ids: readonly (number | string)[],
): Promise<string[]> => {
  const attribute = strapi.db.metadata.get(uid).attributes.patient;
  if (!attribute || !('joinTable' in attribute) || !attribute.joinTable) return [];
  const { name, joinColumn, inverseJoinColumn } = attribute.joinTable as {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
  };
  const found = await rows<{ document_id: string }>(
    on,
    'select distinct p.document_id from patients p join ?? l on l.?? = p.id where l.?? = any(?)',
    [name, inverseJoinColumn.name, joinColumn.name, ids.map(Number)],
  );
  return found.map((row) => row.document_id);
};
