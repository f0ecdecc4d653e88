import { rows } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';

/** A relation to one other record, and the tables that hold it. */
export interface Pointer {
  readonly name: string;
  readonly target: string;
  readonly link: string;
  readonly from: string;
  readonly to: string;
  readonly table: string;
}

interface Relation {
  readonly relation?: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn?: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
  };
}

/** Those of the names that are relations of a noun to one other record. */
export const pointersAmong = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  names: readonly string[],
): Pointer[] =>
  [...new Set(names)].flatMap((name) => {
    const {
      relation = '',
      target = '',
      joinTable,
    } = (strapi.db.metadata.get(uid).attributes[name] ?? {}) as Relation;
    if (!relation.endsWith('ToOne')) return [];
    if (!joinTable?.joinColumn || !joinTable.inverseJoinColumn) return [];
    return [
      {
        name,
        target,
        link: joinTable.name,
        from: joinTable.joinColumn.name,
        to: joinTable.inverseJoinColumn.name,
        table: strapi.db.metadata.get(target).tableName,
      },
    ];
  });

/** Document ids of what a record points to, by name, in one statement; null where it points to nothing. */
export const pointedTo = async (
  on: Parameters<typeof rows>[0],
  pointers: readonly Pointer[],
  record: number,
): Promise<Record<string, string | null>> => {
  if (pointers.length === 0) return {};
  const [found] = await rows<Record<string, string | null>>(
    on,
    `select ${pointers
      .map(
        () =>
          '(select t.document_id from ?? l join ?? t on t.id = l.?? where l.?? = ? order by l.id limit 1) as ??',
      )
      .join(', ')}`,
    pointers.flatMap(({ link, table, to, from, name }) => [link, table, to, from, record, name]),
  );
  return { ...found };
};
