import { type FieldProblem, forbidden, invalid } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { publicNouns } from '../domain/public-read.ts';
import { allowedKeys, queryPaths } from '../domain/query-paths.ts';
import { unsoundData, unsoundFilters, unsoundPages } from '../domain/sound-request.ts';
import { type ModelOf, mayAsk, visible } from '../domain/view.ts';
import { publicQuery, readPublicList, readPublicOne } from '../services/public-read.ts';
import { type Ability, explorerAction, sightOf } from '../services/sight.ts';
import { staffStrategyName } from '../services/staff-strategy.ts';

interface Target {
  readonly uid: UID.ContentType;
  /** `find`, `findOne`, `create`, `update` or `delete`. */
  readonly action: string;
}

const notAllowed = (what: string) =>
  invalid('QUERY_NOT_ALLOWED', `The request may not use ${what}.`, {
    fields: [{ field: what, message: 'is not allowed' }],
  });

const answerVisitor = async (strapi: Core.Strapi, context: Context, { uid, action }: Target) => {
  if (!(uid in publicNouns) || (action !== 'find' && action !== 'findOne'))
    throw forbidden('FORBIDDEN', 'Forbidden');
  const query = publicQuery.safeParse(context.query);
  const [issue] = query.error?.issues ?? [];
  if (!query.success)
    throw notAllowed(
      issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? ''),
    );
  context.body =
    action === 'find'
      ? await readPublicList(strapi, uid, query.data.pagination)
      : await readPublicOne(strapi, uid, String(context.params.id));
};

const dataOf = (context: Context): Record<string, unknown> => {
  const { data } = ((context.request as { body?: { data?: unknown } }).body ?? {}) as {
    data?: unknown;
  };
  return typeof data === 'object' && data !== null ? { ...data } : {};
};

const demandSound = (problem: FieldProblem | undefined) => {
  if (problem)
    throw invalid('VALIDATION_FAILED', `${problem.field}: ${problem.message}`, {
      fields: [problem],
    });
};

const guardStaff = async (
  strapi: Core.Strapi,
  context: Context,
  next: Next,
  { uid, action }: Target,
) => {
  const { ability } = context.state.auth as { ability: Ability };
  const modelOf: ModelOf = (name) => strapi.getModel(name as UID.ContentType);
  const sight = sightOf(ability, explorerAction('find') as string);
  const query = context.query as Record<string, unknown>;
  for (const key of Object.keys(query)) if (!allowedKeys.has(key)) throw notAllowed(key);
  for (const path of queryPaths(query))
    if (!mayAsk(sight, modelOf, uid, path)) throw notAllowed(path.join('.'));
  demandSound(unsoundFilters(query.filters) ?? unsoundPages(query.pagination));
  if (action === 'create' || action === 'update') {
    const data = dataOf(context);
    const hand = sightOf(ability, explorerAction(action) as string);
    const refused = Object.keys(data).filter((field) => !hand.field(uid, field));
    if (refused.length > 0)
      throw forbidden('FIELD_NOT_ALLOWED', `Your role may not write ${refused.join(', ')}.`, {
        fields: refused.map((field) => ({ field, message: 'may not be written by your role' })),
      });
    demandSound(unsoundData(data, (name) => modelOf(uid)?.attributes[name]?.type));
  }
  await next();
  const body = context.body as { data?: unknown } | undefined;
  if (body && 'data' in body) body.data = visible(sight, modelOf, uid, body.data);
};

/** Stands before every generated route: staff by the permission matrix, visitors by the public lists, nobody else. */
export const generated =
  (target: Target, { strapi }: { strapi: Core.Strapi }) =>
  (context: Context, next: Next) => {
    const auth = context.state.auth as { strategy?: { name: string } } | undefined;
    return auth?.strategy?.name === staffStrategyName
      ? guardStaff(strapi, context, next, target)
      : answerVisitor(strapi, context, target);
  };
