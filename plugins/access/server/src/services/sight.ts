import type { Context } from 'koa';
import type { Sight } from '../domain/view.ts';

interface Rule {
  readonly fields?: readonly string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
}

/** The part of a CASL ability that is asked here. */
export interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
  rulesFor(action: string, subject: string): Rule[];
}

/** What a generated route does, in the panel's words. */
const verbs: Readonly<Record<string, string>> = {
  find: 'read',
  findOne: 'read',
  create: 'create',
  update: 'update',
  delete: 'delete',
};

/** The panel's permission for an action of a generated route, such as `find`; undefined when there is none. */
export const explorerAction = (action: string): string | undefined =>
  verbs[action] && `plugin::content-manager.explorer.${verbs[action]}`;

/**
 * The permission matrix as a {@link Sight}. A permission with one of Strapi's own conditions, such as "is creator", counts
 * as none: the REST API shows less rather than more. Our conditions bind where records are read (0016).
 */
export const sightOf = (ability: Ability, action: string): Sight => {
  const rulesOf = (uid: string) =>
    ability
      .rulesFor(action, uid)
      .filter(({ conditions }) => !conditions || Object.keys(conditions).length === 0);
  return {
    noun: (uid) => rulesOf(uid).length > 0,
    field: (uid, path) =>
      rulesOf(uid).some(
        ({ fields }) =>
          !fields ||
          fields.some(
            (field) =>
              field === path || path.startsWith(`${field}.`) || field.startsWith(`${path}.`),
          ),
      ),
  };
};

/** The matrix of Settings → Roles decides field by field of a patient, on our pages as in the content manager. */
export const mayReadOfPatients =
  ({ state }: Context) =>
  (field: string): boolean =>
    (state.userAbility as Ability).can(
      'plugin::content-manager.explorer.read',
      'api::patient.patient',
      field,
    );
