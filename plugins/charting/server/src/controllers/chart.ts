import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  type ChartChange,
  chartParams,
  chartQuery,
  entryParams,
  findingBody,
  statusBody,
  treatmentBody,
} from '../../../shared/contracts.ts';
import { readChart } from '../services/chart.ts';
import { treatmentNoun } from '../services/door.ts';
import { recordFinding, resolveFinding } from '../services/findings.ts';
import { moveTreatment, planTreatment, undoTreatment } from '../services/treatments.ts';

interface Ability {
  can(action: string, subject: string, field: string): boolean;
}

/** Money is for those whose role reads the price of a treatment. */
const mayPrice = (context: Context): boolean =>
  (context.state.userAbility as Ability).can(
    'plugin::content-manager.explorer.read',
    treatmentNoun,
    'totalPrice',
  );

export const chart = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = async (context: Context, patient: string, documentId: string) => {
    const data: ChartChange = {
      documentId,
      chart: await readChart(strapi, patient, { prices: mayPrice(context) }),
    };
    return { data };
  };
  return {
    read: guarded(
      { params: chartParams, query: chartQuery },
      async ({ params, query, context }) => ({
        data: await readChart(strapi, params.patient, {
          date: query.at,
          prices: mayPrice(context),
        }),
      }),
    ),
    find: guarded({ params: chartParams, body: findingBody }, async ({ params, body, context }) => {
      const documentId = await recordFinding(strapi, params.patient, body);
      context.status = 201;
      return answer(context, params.patient, documentId);
    }),
    resolve: guarded({ params: entryParams }, async ({ params, context }) =>
      answer(context, params.patient, await resolveFinding(strapi, params.patient, params.entry)),
    ),
    plan: guarded(
      { params: chartParams, body: treatmentBody },
      async ({ params, body, context }) => {
        const prices = mayPrice(context);
        const documentId = await planTreatment(strapi, params.patient, body, { prices });
        context.status = 201;
        return answer(context, params.patient, documentId);
      },
    ),
    move: guarded({ params: entryParams, body: statusBody }, async ({ params, body, context }) =>
      answer(
        context,
        params.patient,
        await moveTreatment(strapi, params.patient, params.entry, body.to),
      ),
    ),
    undo: guarded({ params: entryParams }, async ({ params, context }) =>
      answer(context, params.patient, await undoTreatment(strapi, params.patient, params.entry)),
    ),
  };
};
