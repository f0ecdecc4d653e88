import { openFields } from '@enamel/audit';
import type { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type Choice, differences, type Field } from '../../domain/merging/fields.ts';
import { columnValues, linkOf } from '../../store/merging/records.ts';
import type { Both } from './both.ts';

type Runner = Parameters<typeof rows>[0];

const uid = 'api::patient.patient';

/** The patient's schema as it stands, fields that were added to it included. */
const attributesOf = (strapi: Core.Strapi) =>
  strapi.getModel(uid).attributes as Readonly<Record<string, Attribute>>;

/** Names of the fields that are kept sealed, and whether somebody looks for them. */
export const sealedAttributes = (strapi: Core.Strapi): ReadonlyMap<string, boolean> =>
  new Map(
    Object.entries(attributesOf(strapi)).flatMap(([name, { pluginOptions }]) =>
      pluginOptions?.audit?.sealed ? [[name, pluginOptions.audit.searchable ?? false]] : [],
    ),
  );

interface Attribute {
  readonly type: string;
  readonly maxLength?: number;
  readonly pluginOptions?: {
    readonly audit?: { readonly sealed?: boolean; readonly searchable?: boolean };
  };
}

interface Joined {
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn: { readonly name: string };
  };
}

/** What a patient's record points to, such as its account: one row of a table each. */
export interface OwnLink {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly target: string;
}

/** Relations of the patient's own, as the schema has them today. */
export const ownLinks = (strapi: Core.Strapi): OwnLink[] =>
  Object.entries(strapi.db.metadata.get(uid).attributes).flatMap(([name, attribute]) => {
    const { joinTable } = attribute as Joined;
    if (!joinTable || !name || !joinTable.joinColumn || !joinTable.inverseJoinColumn) return [];
    if (attributesOf(strapi)[name]?.type !== 'relation') return [];
    return [
      {
        name,
        table: joinTable.name,
        column: joinTable.joinColumn.name,
        target: joinTable.inverseJoinColumn.name,
      },
    ];
  });

const columnOf = (strapi: Core.Strapi, name: string): string =>
  (strapi.db.metadata.get(uid).attributes[name] as { columnName?: string }).columnName ?? name;

/** Values by attribute as columns of the table. */
export const asColumns = (
  strapi: Core.Strapi,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [columnOf(strapi, name), value]),
  );

const linkChoices: readonly Choice[] = ['winner', 'loser'];

/** All in which two records differ: plain facts, sealed ones, and whom or what each points to. */
export const fieldsOf = async (
  strapi: Core.Strapi,
  on: Runner,
  { winner: { id: winner, documentId: mine }, loser: { id: loser, documentId: theirs } }: Both,
): Promise<Field[]> => {
  const attributes = attributesOf(strapi);
  const plain = Object.fromEntries(
    Object.entries(attributes).filter(
      ([name]) => columnOf(strapi, name) && isPlain(attributes[name]?.type),
    ),
  );
  const columns = Object.fromEntries(
    Object.keys(plain).map((name) => [name, columnOf(strapi, name)]),
  );
  const [one, other, sealed] = await Promise.all([
    columnValues(on, columns, winner),
    columnValues(on, columns, loser),
    openFields(on, 'patient', [mine, theirs]),
  ]);
  const links = await Promise.all(
    ownLinks(strapi).map(async ({ name, table, column, target }): Promise<Field[]> => {
      const [own, other] = await Promise.all([
        linkOf(on, { table, column, target }, winner),
        linkOf(on, { table, column, target }, loser),
      ]);
      if (!other || own?.id === other.id || (other.id === winner && name === 'guarantor'))
        return [];
      return [
        {
          name,
          type: 'relation',
          winner: own?.name ?? null,
          loser: other.name,
          usual: own ? 'winner' : 'loser',
          doubt: null,
          choices: linkChoices,
        },
      ];
    }),
  );
  return [
    ...differences(plain, { ...one, ...sealed.get(mine) }, { ...other, ...sealed.get(theirs) }),
    ...links.flat(),
  ];
};

const isPlain = (type: string | undefined): boolean =>
  type !== undefined && !['relation', 'component', 'dynamiczone', 'media'].includes(type);
