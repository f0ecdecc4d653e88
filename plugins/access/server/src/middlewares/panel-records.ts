import { forbidden, invalid, missing } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { patientNouns } from '../domain/patient-nouns.ts';
import { type ModelOf, type Sight, visible } from '../domain/view.ts';
import { type Ability, explorerAction, sightOf } from '../services/sight.ts';

const texts = new Set(['string', 'text', 'uid', 'email', 'enumeration', 'richtext']);

interface Marked {
  readonly pluginOptions?: { readonly audit?: { readonly sealed?: boolean } };
}

/** Nothing is found in what the database holds sealed. */
const isSealed = (attribute: unknown): boolean =>
  (attribute as Marked).pluginOptions?.audit?.sealed === true;

/**
 * The panel's search looks into every text of a noun, whatever the role may read: what it finds would tell of the rest.
 * Here it looks into the fields that the role reads.
 */
const searchReadable = (modelOf: ModelOf, sight: Sight, model: string, context: Context) => {
  const query = context.query as Record<string, unknown>;
  if (query._q === undefined) return;
  const words = String(query._q);
  delete query._q;
  if (words === '') return;
  const readable = Object.entries(modelOf(model)?.attributes ?? {})
    .filter(
      ([name, attribute]) =>
        texts.has(attribute.type) && !isSealed(attribute) && sight.field(model, name),
    )
    .map(([name]) => ({ [name]: { $containsi: words } }));
  const found = readable.length > 0 ? { $or: readable } : { id: { $null: true } };
  query.filters = { $and: query.filters ? [query.filters, found] : [found] };
};

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record's own fields are the panel's to leave out; of what its relations name it shows all. */
const trimRelations = (modelOf: ModelOf, sight: Sight, model: string, row: unknown): void => {
  if (!isRow(row)) return;
  for (const [name, { type, target }] of Object.entries(modelOf(model)?.attributes ?? {})) {
    const value = row[name];
    const counted = isRow(value) && 'count' in value;
    if (type === 'relation' && target?.startsWith('api::') && value && !counted)
      row[name] = visible(sight, modelOf, target, value);
  }
};

const drafts = /\/actions\/(publish|unpublish|discard|bulkpublish|bulkunpublish)\/?$/i;
const copies = /\/(auto-)?clone\/[^/]+\/?$/i;

const demandSense = (strapi: Core.Strapi, path: string, model: string) => {
  if (drafts.test(path) && !strapi.getModel(model as UID.ContentType)?.options?.draftAndPublish)
    throw missing(
      'NO_DRAFTS',
      'Records of this kind have no drafts: what is saved counts at once.',
    );
  if (copies.test(path) && patientNouns.includes(model))
    throw invalid('NOT_COPIED', 'A record of a patient is not copied. Please make a new one.');
};

/** Behind the panel's own routes for records: neither searching nor relations tell of fields that the role does not read. */
export const panelRecords =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    const { model, targetField } = context.params as { model?: string; targetField?: string };
    const modelOf: ModelOf = (name) => strapi.getModel(name as UID.ContentType);
    const ability = context.state.userAbility as Ability | undefined;
    if (!model || !ability) return next();
    demandSense(strapi, context.path, model);
    const reading = explorerAction('find') as string;
    // Strapi refuses it too, but goes on and stumbles.
    if (targetField && model in strapi.contentTypes && !ability.can(reading, model, targetField))
      throw forbidden('FORBIDDEN', 'Your role does not allow this.');
    if (targetField) return next();
    const sight = sightOf(ability, reading);
    searchReadable(modelOf, sight, model, context);
    await next();
    const { results, data } = (isRow(context.body) ? context.body : {}) as {
      results?: unknown;
      data?: unknown;
    };
    for (const row of Array.isArray(results) ? results : [data])
      trimRelations(modelOf, sight, model, row);
  };
