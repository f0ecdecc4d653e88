/** Which fields of a noun are sealed: its schema says so, in `pluginOptions.audit.sealed`. */
interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
  readonly maxLength?: number;
  readonly pluginOptions?: {
    readonly audit?: { readonly sealed?: boolean; readonly searchable?: boolean };
  };
}

export type Attributes = Readonly<Record<string, Attribute>>;
export type AttributesOf = (uid: string) => Attributes | undefined;

export interface SealedField {
  readonly name: string;
  readonly searchable: boolean;
  readonly maxLength: number;
}

export const sealedFieldsOf = (attributes: Attributes): SealedField[] =>
  Object.entries(attributes).flatMap(([name, { pluginOptions, maxLength = 255 }]) =>
    pluginOptions?.audit?.sealed
      ? [{ name, searchable: pluginOptions.audit.searchable === true, maxLength }]
      : [],
  );

type Row = Record<string, unknown> & { documentId?: string };

export interface FoundRow {
  readonly uid: string;
  readonly row: Row;
  /** The sealed fields that were asked for. */
  readonly fields: readonly string[];
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The rows of an answer that have sealed fields, through relations and components. */
export const rowsWithSealed = (
  attributesOf: AttributesOf,
  uid: string,
  answer: unknown,
): FoundRow[] => {
  if (Array.isArray(answer))
    return answer.flatMap((part) => rowsWithSealed(attributesOf, uid, part));
  const attributes = attributesOf(uid);
  if (!attributes || !isRow(answer)) return [];
  const fields = sealedFieldsOf(attributes)
    .map(({ name }) => name)
    .filter((name) => name in answer);
  const inner = Object.entries(answer).flatMap(([name, value]) => {
    const { target, component } = attributes[name] ?? {};
    const next = target ?? component;
    return next && typeof value === 'object' && value !== null
      ? rowsWithSealed(attributesOf, next, value)
      : [];
  });
  return fields.length > 0 && answer.documentId ? [{ uid, row: answer, fields }, ...inner] : inner;
};

/** The sealed field that filters or an order name, at any depth: neither can be answered. */
export const sealedAmong = (names: ReadonlySet<string>, asked: unknown): string | undefined => {
  if (typeof asked === 'string') return asked.split(/[,.:\s]+/).find((word) => names.has(word));
  if (Array.isArray(asked))
    return asked.map((part) => sealedAmong(names, part)).find((name) => name !== undefined);
  if (!isRow(asked)) return undefined;
  for (const [key, value] of Object.entries(asked)) {
    if (names.has(key)) return key;
    // The values of a filter are whatever somebody looks for.
    const found = typeof value === 'string' ? undefined : sealedAmong(names, value);
    if (found) return found;
  }
  return undefined;
};
