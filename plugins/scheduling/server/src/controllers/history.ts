import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { MovesAnswer } from '../../../shared/moves.ts';
import { historyOf } from '../services/booking/history.ts';
import { documentId } from './input.ts';

export const history = ({ strapi }: { strapi: Core.Strapi }) => ({
  moves: guarded(
    { params: z.object({ documentId }) },
    async ({ params }): Promise<MovesAnswer> => ({
      data: await historyOf(strapi, params.documentId),
    }),
  ),
});
