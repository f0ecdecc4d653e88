import { labelOf } from './labels.ts';
import type { ComponentView, Configuration, View } from './view.ts';

/**
 * The stored configuration of a noun or component with our view of it.
 * @param nameOf the naming field of the noun that a relation field points to, when it has one
 */
export const applyView = (
  stored: Configuration,
  view: View | ComponentView,
  nameOf: (field: string) => string | undefined,
): Configuration => {
  const metadatas = Object.fromEntries(
    Object.entries(stored.metadatas).map(([field, { edit, list }]) => {
      const label = view.labels?.[field] ?? labelOf(field);
      const name = nameOf(field);
      const sealed = 'sealed' in view && view.sealed?.includes(field);
      const readOnly = 'readOnly' in view && view.readOnly?.includes(field);
      return [
        field,
        {
          list: { ...list, label, ...(sealed ? { sortable: false, searchable: false } : {}) },
          // Fields of Strapi's own, such as id, have no place in a form and nothing to say there.
          edit:
            'label' in edit
              ? {
                  ...edit,
                  label,
                  description: view.help?.[field] ?? '',
                  placeholder: view.examples?.[field] ?? '',
                  editable: !readOnly,
                  ...(name ? { mainField: name } : {}),
                }
              : edit,
        },
      ];
    }),
  );
  const list = 'list' in view ? view.list : view.form.flat().map(([field]) => field);
  return {
    settings: {
      ...stored.settings,
      mainField: view.name,
      ...('list' in view
        ? {
            defaultSortBy: view.sort[0],
            defaultSortOrder: view.sort[1],
            pageSize: view.pageSize ?? 10,
          }
        : {}),
    },
    metadatas,
    layouts: {
      list,
      edit: view.form.map((row) => row.map(([name, size]) => ({ name, size }))),
    },
  };
};
