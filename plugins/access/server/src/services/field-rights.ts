import { forbidden } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type Ability, explorerAction } from './sight.ts';

/** Whether whoever asks may read or write a field of a noun, such as `appointment` and `notes`. */
export type FieldRight = (
  verb: 'find' | 'create' | 'update',
  noun: string,
  field: string,
) => boolean;

/** Settings → Roles, field by field, for pages that read past the Document Service. Only staff are bound by it. */
export const fieldRight = (strapi: Core.Strapi): FieldRight => {
  if (currentActor(strapi).kind !== 'staff') return () => true;
  const ability = strapi.requestContext.get()?.state.userAbility as Ability | undefined;
  return (verb, noun, field) =>
    ability?.can(explorerAction(verb) as string, `api::${noun}.${noun}`, field) ?? false;
};

/** @throws 403 FIELD_NOT_ALLOWED, naming each field given that the role may not write */
export const demandFields = (
  strapi: Core.Strapi,
  verb: 'create' | 'update',
  noun: string,
  given: Readonly<Record<string, unknown>>,
): void => {
  const may = fieldRight(strapi);
  const refused = Object.keys(given).filter(
    (field) => given[field] !== undefined && !may(verb, noun, field),
  );
  if (refused.length > 0)
    throw forbidden('FIELD_NOT_ALLOWED', `Your role may not write ${refused.join(', ')}.`, {
      fields: refused.map((field) => ({ field, message: 'may not be written by your role' })),
    });
};
