import { forbidden, invalid } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { keepTaken, panelQueries, pathNotAllowed, unsoundQuery } from '../domain/panel-queries.ts';
import type { Path } from '../domain/query-paths.ts';
import { type ModelOf, mayAsk } from '../domain/view.ts';
import { type Ability, explorerAction, sightOf } from '../services/sight.ts';

/** Staff are read by a permission of their own: the explorer has none for them. */
const mayRead = (ability: Ability, noun: string): boolean =>
  noun === 'admin::user'
    ? ability.can('admin::users.read')
    : sightOf(ability, explorerAction('find') as string).noun(noun);

const nobodyFound = { results: [], pagination: { page: 1, pageSize: 10, pageCount: 0, total: 0 } };

/**
 * The picker of a relation field offers records of another noun: none of a noun that the role does not read.
 * @returns whether the question is answered here
 */
const answerPicker = (modelOf: ModelOf, context: Context): boolean => {
  const { model = '', targetField, id } = context.params as Record<string, string | undefined>;
  const ability = context.state.userAbility as Ability;
  const attribute = targetField ? modelOf(model)?.attributes[targetField] : undefined;
  if (attribute?.type !== 'relation' || !attribute.target)
    throw invalid('QUERY_NOT_ALLOWED', 'There is no such relation.');
  const sight = sightOf(ability, explorerAction('find') as string);
  if (!sight.field(model, targetField as string))
    throw forbidden('FORBIDDEN', 'Your role does not read this field.');
  if (id !== undefined || mayRead(ability, attribute.target)) return false;
  context.body = nobodyFound;
  return true;
};

const creators = new Set(['createdBy', 'createdBy.id', 'updatedBy', 'updatedBy.id']);

/** The noun that the path names, by what the role reads; and by who wrote a record, for those who read staff. */
const mayAskOf = (modelOf: ModelOf, context: Context, path: Path): boolean => {
  const { model } = context.params as { model?: string };
  const ability = context.state.userAbility as Ability | undefined;
  if (!model || !ability) return false;
  if (creators.has(path.join('.'))) return mayRead(ability, 'admin::user');
  return mayAsk(sightOf(ability, explorerAction('find') as string), modelOf, model, path);
};

/**
 * Stands before every route of Strapi's own: a query asks for what the route's row takes, and for nothing that the role
 * does not read.
 */
export const panelQueriesMiddleware =
  ({ route = '' }: { route?: string } = {}, { strapi }: { strapi: Core.Strapi }) =>
  (context: Context, next: Next) => {
    const query = context.query as Record<string, unknown>;
    const row = panelQueries[route];
    keepTaken(query, row);
    const problem = unsoundQuery(query);
    if (problem)
      throw invalid('VALIDATION_FAILED', `${problem.field}: ${problem.message}`, {
        fields: [problem],
      });
    const modelOf: ModelOf = (name) => strapi.getModel(name as UID.ContentType);
    const path = pathNotAllowed(query, row, (asked) => mayAskOf(modelOf, context, asked));
    if (path)
      throw invalid('QUERY_NOT_ALLOWED', `The request may not use ${path.join('.')}.`, {
        fields: [{ field: path.join('.'), message: 'is not allowed' }],
      });
    if (context.params.targetField && answerPicker(modelOf, context)) return undefined;
    return next();
  };
