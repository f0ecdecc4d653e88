import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { sendLink } from '../services/links.ts';
import { listResponses, readResponse, reviewResponse } from '../services/responses.ts';

const documentId = z.string().min(1).max(64);
const params = z.object({ documentId });

const review = z.object({
  alerts: z
    .array(
      z.object({
        kind: z.enum(['allergy', 'medication', 'condition', 'other']),
        text: z.string().trim().min(1).max(255),
        severity: z.enum(['high', 'low']),
      }),
    )
    .max(50)
    .default([]),
});

export const responses = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({ params }, async ({ params: { documentId: patient } }) => ({
    data: await listResponses(strapi, patient),
  })),
  read: guarded({ params }, async ({ params: { documentId: response } }) => ({
    data: await readResponse(strapi, response),
  })),
  review: guarded(
    { params, body: review },
    async ({ params: { documentId: response }, body: { alerts } }) => ({
      data: await reviewResponse(strapi, response, alerts),
    }),
  ),
  link: guarded(
    { body: z.object({ patient: documentId, appointment: documentId.optional() }) },
    async ({ body, context }) => {
      const data = await sendLink(strapi, body);
      context.status = 201;
      return { data };
    },
  ),
});
