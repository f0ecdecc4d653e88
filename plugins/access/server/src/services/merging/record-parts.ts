import type { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type Choice, differences, type Field } from '../../domain/merging/fields.ts';
import { columnValues, linkOf } from '../../store/merging/records.ts';

type Runner = Parameters<typeof rows>[0];

const uid = 'api::patient.patient';

/** The patient's schema as it stands, fields that were added to it included. */
const attributesOf = (strapi: Core.Strapi) =>
  strapi.getModel(uid).attributes as Readonly<Record<string, { readonly type: string }>>;

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

/** All in which two records differ: plain facts, and whom or what each points to. */
export const fieldsOf = async (
  strapi: Core.Strapi,
  on: Runner,
  winner: number,
  loser: number,
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
  const [one, other] = await Promise.all([
    columnValues(on, columns, winner),
    columnValues(on, columns, loser),
  ]);
  const links = await Promise.all(
    ownLinks(strapi).map(async ({ name, table, column, target }): Promise<Field[]> => {
      const [mine, theirs] = await Promise.all([
        linkOf(on, { table, column, target }, winner),
        linkOf(on, { table, column, target }, loser),
      ]);
      if (!theirs || mine?.id === theirs.id || (theirs.id === winner && name === 'guarantor'))
        return [];
      return [
        {
          name,
          type: 'relation',
          winner: mine?.name ?? null,
          loser: theirs.name,
          usual: mine ? 'winner' : 'loser',
          choices: linkChoices,
        },
      ];
    }),
  );
  return [...differences(plain, one, other), ...links.flat()];
};

const isPlain = (type: string | undefined): boolean =>
  type !== undefined && !['relation', 'component', 'dynamiczone', 'media'].includes(type);
