/** What a write changed, for the trail. Free text, names and contact details are told by field name only. */
interface Attribute {
  readonly type: string;
}

type Values = Readonly<Record<string, unknown>>;

export interface Changes {
  /** Names of all fields that were written, sorted. */
  readonly fields: readonly string[];
  /** Old and new values of those that tell nobody's facts: states, amounts, instants, ids of what a record points to. */
  readonly values: Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>;
}

const harmless = new Set([
  'enumeration',
  'boolean',
  'integer',
  'biginteger',
  'float',
  'decimal',
  'datetime',
  'time',
  'date',
]);
const identifying = new Set(['dateOfBirth', 'sex']);
const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));

/**
 * @param before null for a record just made
 * @param after null for one just deleted
 * @param written names what the caller sent
 * @param pointers relations to one other record; their values are document ids
 */
export const changesOf = (
  attributes: Readonly<Record<string, Attribute>>,
  written: readonly string[],
  before: Values | null,
  after: Values | null,
  pointers: ReadonlySet<string> = new Set(),
): Changes => {
  const fields: string[] = [];
  const values: Record<string, { old: unknown; new: unknown }> = {};
  for (const field of [...written].sort()) {
    const type = attributes[field]?.type;
    if (type === undefined) continue;
    if (!harmless.has(type) && !pointers.has(field)) {
      fields.push(field);
      continue;
    }
    const change = { old: plain(before?.[field]), new: plain(after?.[field]) };
    if (before && after && change.old === change.new) continue;
    fields.push(field);
    if (!identifying.has(field)) values[field] = change;
  }
  return { fields, values };
};
