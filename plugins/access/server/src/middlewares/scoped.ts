import { invalid } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { hideIds, namedIds } from '../domain/named-ids.ts';
import { patientNoun, patientNouns, reachesOthers } from '../domain/patient-nouns.ts';
import { comparedPaths, type Path, queryPaths } from '../domain/query-paths.ts';
import { watchOpened } from '../services/kept-openings.ts';
import { isBound, scopeOf } from '../services/scope.ts';
import { hiddenAmong, outOfScope } from '../store/scoped-records.ts';

const mostIds = 5_000;
const locationNoun = 'api::location.location';

const attributesOf = (strapi: Core.Strapi) => (uid: string) =>
  strapi.getModel(uid as UID.ContentType)?.attributes as
    | Record<string, { type: string; target?: string }>
    | undefined;

const demandOwnPaths = (strapi: Core.Strapi, context: Context, uid: string) => {
  const query = context.query as Record<string, unknown>;
  const leads = (compared: boolean) => (path: Path) =>
    reachesOthers(attributesOf(strapi), uid, path, { compared });
  const path = queryPaths(query).find(leads(false)) ?? comparedPaths(query).find(leads(true));
  if (path)
    throw invalid('QUERY_NOT_ALLOWED', `The request may not use ${path.join('.')}.`, {
      fields: [{ field: path.join('.'), message: 'is not allowed' }],
    });
};

/** What the panel's relation fields list is read past the Document Service. */
const dropHiddenPeople = async (strapi: Core.Strapi, context: Context, uid: string) => {
  const answer = context.body as
    | { results?: { id: number }[]; pagination?: { total: number } }
    | undefined;
  if (!answer?.results?.length) return;
  const scope = await scopeOf(strapi, context);
  const ids = answer.results.map(({ id }) => id);
  const hidden = await outOfScope(strapi, scope, uid, ids);
  answer.results = answer.results.filter(({ id }) => !hidden.has(id));
  if (answer.pagination) answer.pagination.total -= hidden.size;
};

/**
 * Behind every route of staff: an id of a record out of the caller's scope means what an id means that nobody has, so that
 * the answer tells nothing of it. What lists and searches show is scoped where they read.
 */
export const scoped =
  ({ uid }: { uid?: string } = {}, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    const scope = await scopeOf(strapi, context);
    if (!isBound(scope)) return next();
    const { model, targetField } = context.params as Record<string, string | undefined>;
    const noun = uid ?? model;
    const { body } = context.request as { body?: unknown };
    const ids = namedIds(context.params, context.query, body);
    if (ids.length > mostIds)
      throw invalid('TOO_MANY_IDS', `A request may name ${mostIds} records at most.`);
    const places = noun !== locationNoun;
    hideIds(await hiddenAmong(strapi, scope, ids, { places }), context.params, context.query, body);
    if (noun) demandOwnPaths(strapi, context, noun);
    if (['GET', 'HEAD'].includes(context.method)) await next();
    else await watchOpened(strapi, scope, next);
    const target =
      noun && targetField ? attributesOf(strapi)(noun)?.[targetField]?.target : undefined;
    if (target && (target === patientNoun || patientNouns.includes(target)))
      await dropHiddenPeople(strapi, context, target);
  };
