import { forbidden, invalid } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { keepTaken, panelQueries, unsoundQuery } from '../domain/panel-queries.ts';
import type { ModelOf } from '../domain/view.ts';
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

/** Stands before every route of Strapi's own: a query asks for what the route's row takes, and for nothing that the role does not read. */
export const panelQueriesMiddleware =
  ({ route = '' }: { route?: string } = {}, { strapi }: { strapi: Core.Strapi }) =>
  (context: Context, next: Next) => {
    const query = context.query as Record<string, unknown>;
    keepTaken(query, panelQueries[route]);
    const problem = unsoundQuery(query);
    if (problem)
      throw invalid('VALIDATION_FAILED', `${problem.field}: ${problem.message}`, {
        fields: [problem],
      });
    const modelOf: ModelOf = (name) => strapi.getModel(name as UID.ContentType);
    if (context.params.targetField && answerPicker(modelOf, context)) return undefined;
    return next();
  };
