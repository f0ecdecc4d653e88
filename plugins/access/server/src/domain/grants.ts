import type { Permission } from './role-matrix.ts';

/** What a role was ever given by the matrix: `action subject` → the field paths. It outlives every edit in the panel. */
export type Given = Readonly<Record<string, readonly string[]>>;

const keyOf = ({ action, subject }: Permission) => (subject ? `${action} ${subject}` : action);

export interface Additions {
  /** Lines that the role never had. */
  readonly create: readonly Permission[];
  /** New fields for lines that it was given before; they only extend a line that is still there. */
  readonly extend: readonly Permission[];
  readonly given: Given;
}

/** What is new in the matrix since a role was last seeded. What staff removed stays removed. */
export const additions = (wanted: readonly Permission[], given: Given): Additions => {
  const create: Permission[] = [];
  const extend: Permission[] = [];
  const next: Record<string, readonly string[]> = { ...given };
  for (const permission of wanted) {
    const key = keyOf(permission);
    const before = given[key];
    if (!before) create.push(permission);
    else {
      const fields = (permission.fields ?? []).filter((field) => !before.includes(field));
      if (fields.length > 0) extend.push({ ...permission, fields });
    }
    next[key] = [...new Set([...(before ?? []), ...(permission.fields ?? [])])];
  }
  return { create, extend, given: next };
};
