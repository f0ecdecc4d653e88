import { helpInRomanian } from './translations/help.ts';

interface Field {
  readonly hint?: string;
}
type Rows = readonly (readonly Field[])[];

/** The part of a form's layout that says its help. */
interface Layout {
  readonly layout: readonly Rows[];
  readonly components: Readonly<Record<string, { readonly layout: Rows }>>;
}

const translated = (rows: Rows): Rows =>
  rows.map((row) =>
    row.map((field) => ({ ...field, hint: helpInRomanian[field.hint ?? ''] ?? field.hint })),
  ) as Rows;

/**
 * Strapi keeps one sentence of help a field, in one language: a form opened in Romanian says the Romanian one. What a
 * clinic wrote itself stays as it is.
 */
export const helpInOwnLanguage = <Given extends { layout: Layout }>(given: Given): Given => {
  if (localStorage.getItem('strapi-admin-language') !== 'ro') return given;
  const { layout, components } = given.layout;
  return {
    ...given,
    layout: {
      ...given.layout,
      layout: layout.map(translated),
      components: Object.fromEntries(
        Object.entries(components).map(([uid, component]) => [
          uid,
          { ...component, layout: translated(component.layout) },
        ]),
      ),
    },
  };
};
