import type { Path } from './query-paths.ts';

/** What a member of staff may see of a noun: the permission matrix, asked field by field. */
export interface Sight {
  /** Whether the noun may be read at all. */
  noun(uid: string): boolean;
  /** Whether a field of it may; `path` runs through components, such as `alerts.kind`. */
  field(uid: string, path: string): boolean;
}

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
}

interface Model {
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export type ModelOf = (uid: string) => Model | undefined;

/** On every record; `id` and the others tell nothing that the record itself does not. */
const always = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt']);
const maximumDepth = 5;

/** Whether a path of a query may be used: each noun on the way readable, and the field at its end. */
export const mayAsk = (sight: Sight, modelOf: ModelOf, uid: string, path: Path): boolean => {
  if (path.length > maximumDepth) return false;
  let noun = uid;
  let model = modelOf(uid);
  let prefix = '';
  for (const name of path) {
    if (always.has(name)) continue;
    const attribute = model?.attributes[name];
    if (!attribute) return false;
    const here = prefix + name;
    if (attribute.type === 'component') {
      if (!sight.field(noun, here)) return false;
      prefix = `${here}.`;
      model = attribute.component ? modelOf(attribute.component) : undefined;
      continue;
    }
    if (!sight.field(noun, here)) return false;
    if (attribute.type === 'relation') {
      if (!attribute.target || !sight.noun(attribute.target)) return false;
      noun = attribute.target;
      model = modelOf(noun);
      prefix = '';
    } else model = undefined;
  }
  return true;
};

type Row = Readonly<Record<string, unknown>>;

const each = (value: unknown, view: (row: Row) => unknown): unknown =>
  Array.isArray(value)
    ? value.map((part) => each(part, view))
    : typeof value === 'object' && value !== null
      ? view(value as Row)
      : value;

/** The same data without what may not be seen, relations and components included. */
export const visible = (
  sight: Sight,
  modelOf: ModelOf,
  uid: string,
  data: unknown,
  within: { readonly noun: string; readonly prefix: string } = { noun: uid, prefix: '' },
): unknown =>
  each(data, (row) => {
    const model = modelOf(uid);
    const seen: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
      const attribute = model?.attributes[name];
      const path = within.prefix + name;
      if (always.has(name)) seen[name] = value;
      else if (!attribute) continue;
      else if (attribute.type === 'component') {
        const inner = attribute.component ?? '';
        if (sight.field(within.noun, path))
          seen[name] = visible(sight, modelOf, inner, value, {
            noun: within.noun,
            prefix: `${path}.`,
          });
      } else if (!sight.field(within.noun, path)) continue;
      else if (attribute.type === 'relation') {
        const target = attribute.target ?? '';
        if (sight.noun(target)) seen[name] = visible(sight, modelOf, target, value);
      } else seen[name] = value;
    }
    return seen;
  });
