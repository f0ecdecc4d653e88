import { rows } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';
import { patientNoun, patientNouns } from '../domain/patient-nouns.ts';
import type { Scope } from '../domain/scope.ts';
import { patientInScope, visitInScope } from './scope.ts';

const appointmentNoun = 'api::appointment.appointment';

interface Link {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

const linkOf = (strapi: Core.Strapi, uid: string, field: string): Link | undefined => {
  const attribute = strapi.db.metadata.get(uid as UID.ContentType).attributes[field];
  return attribute && 'joinTable' in attribute
    ? (attribute.joinTable as Link | undefined)
    : undefined;
};

/** A condition on the rows `r` of a noun of patients. What is nobody's yet is in everybody's scope. */
const inScope = (strapi: Core.Strapi, scope: Scope, uid: string): string => {
  if (uid === patientNoun) return patientInScope(scope, 'r.id');
  if (uid === appointmentNoun) return visitInScope(scope, 'r.id');
  const link = linkOf(strapi, uid, 'patient');
  if (!link) throw new Error(`${uid} has no patient`);
  if (scope.everywhere) return 'true';
  return `not exists (select from ${link.name} whose where whose.${link.joinColumn.name} = r.id
    and not ${patientInScope(scope, `whose.${link.inverseJoinColumn.name}`)})`;
};

const tableOf = (strapi: Core.Strapi, uid: string) =>
  strapi.db.metadata.get(uid as UID.ContentType).tableName;

/** The numeric ids of a noun's records in scope, as a subquery for Strapi's own queries. */
export const scopedIds = (strapi: Core.Strapi, scope: Scope, uid: string) =>
  strapi.db.connection.raw(
    `select r.id from ${tableOf(strapi, uid)} r where ${inScope(strapi, scope, uid)}`,
  );

/** A table of a plugin's own whose rows name a patient by document id. */
interface OwnTable {
  readonly table: string;
  /** Its key, a text. */
  readonly id: string;
  readonly patient: string;
}

const ownTables = new WeakMap<Core.Strapi, OwnTable[]>();

/** Puts a plugin's own table among those whose ids are out of reach when their patient is. */
export const scopeTable = (strapi: Core.Strapi, table: OwnTable): void => {
  ownTables.set(strapi, [...(ownTables.get(strapi) ?? []), table]);
};

/** Those of the ids that name a record out of scope, or a place where the member of staff does not work. */
export const hiddenAmong = async (
  strapi: Core.Strapi,
  scope: Scope,
  ids: readonly string[],
  { places }: { readonly places: boolean },
): Promise<Set<string>> => {
  const own = scope.everywhere ? null : scope.places;
  const asked = ids.filter((id) => !own?.some(({ documentId }) => documentId === id));
  if (asked.length === 0) return new Set();
  const records = patientNouns.map(
    (uid) => `select r.document_id as id from ${tableOf(strapi, uid)} r
      where r.document_id = any (:ids) and not ${inScope(strapi, scope, uid)}`,
  );
  for (const { table, id, patient } of ownTables.get(strapi) ?? [])
    records.push(`select r.${id} as id from ${table} r join patients p on p.document_id = r.${patient}
      where r.${id} = any (:ids) and not ${patientInScope(scope, 'p.id')}`);
  if (places && own)
    records.push('select l.document_id as id from locations l where l.document_id = any (:ids)');
  const found = await rows<{ id: string }>(strapi.db.connection, records.join('\nunion all\n'), {
    ids: asked,
  });
  return new Set(found.map(({ id }) => id));
};

/** Those of some numeric ids that name no record of a noun in scope: hidden ones are like those that nobody has. */
export const outOfScope = async (
  strapi: Core.Strapi,
  scope: Scope,
  uid: string,
  ids: readonly number[],
): Promise<Set<number>> => {
  const found = await rows<{ id: number }>(
    strapi.db.connection,
    `select cast(asked.id as float8) as id from unnest(cast(:ids as bigint[])) asked (id)
     where not exists (select from ${tableOf(strapi, uid)} r where r.id = asked.id and ${inScope(strapi, scope, uid)})`,
    { ids: [...ids] },
  );
  return new Set(found.map(({ id }) => id));
};
