/** Which requests change what people may do, and what such a change is told as. */
export type RightsNoun = 'role' | 'staff-account' | 'token' | 'portal-role' | 'portal-settings';

export interface RightsRequest {
  readonly noun: RightsNoun;
  readonly action: 'create' | 'update' | 'delete' | 'permissions';
  /** Null for what is made, and for several at once. */
  readonly id: string | null;
}

const roots: readonly (readonly [RegExp, RightsNoun])[] = [
  [/^\/admin\/roles(?=\/|$)/, 'role'],
  [/^\/admin\/users(?=\/|$)/, 'staff-account'],
  [/^\/admin\/(api-tokens|transfer\/tokens|admin-tokens)(?=\/|$)/, 'token'],
  [/^\/users-permissions\/roles(?=\/|$)/, 'portal-role'],
  [/^\/users-permissions\/(advanced|providers|email-templates)$/, 'portal-settings'],
];
const verbs: Readonly<Record<string, RightsRequest['action']>> = {
  POST: 'create',
  PUT: 'update',
  DELETE: 'delete',
};

/** Undefined for every other request. */
export const rightsRequestOf = (method: string, path: string): RightsRequest | undefined => {
  const verb = verbs[method];
  const plain = path.toLowerCase().replace(/\/+$/, '');
  const root = roots.find(([pattern]) => pattern.test(plain));
  if (!verb || !root) return undefined;
  const [pattern, noun] = root;
  const [, id, part] = plain.replace(pattern, '').split('/');
  if (id === 'batch-delete') return { noun, action: 'delete', id: null };
  if (part === 'permissions') return { noun, action: 'permissions', id: id ?? null };
  // `POST …/:id/regenerate` makes nothing new.
  return { noun, action: part ? 'update' : verb, id: id ?? null };
};

/** What a role, account or token comes to: single values, and lists of what it grants. */
export type Standing = Readonly<Record<string, string | boolean | null | readonly string[]>>;

export interface RightsChanges {
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>;
  readonly granted: readonly string[];
  readonly revoked: readonly string[];
}

/** @param written fields that the request carries and whose values are not told, such as a password */
export const rightsChanges = (
  before: Standing | null,
  after: Standing | null,
  written: readonly string[],
): RightsChanges => {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const values: Record<string, { old: unknown; new: unknown }> = {};
  const granted: string[] = [];
  const revoked: string[] = [];
  for (const name of names) {
    const [old, now] = [before?.[name] ?? null, after?.[name] ?? null];
    if (Array.isArray(old) || Array.isArray(now)) {
      const [had, has] = [new Set<string>(old as never), new Set<string>(now as never)];
      granted.push(...has.difference(had));
      revoked.push(...had.difference(has));
    } else if (old !== now) values[name] = { old, new: now };
  }
  const told = written.filter((name) => !names.includes(name));
  return {
    fields: [...Object.keys(values), ...told].sort(),
    values,
    granted: granted.sort(),
    revoked: revoked.sort(),
  };
};
