import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { deliveryChannels, deliveryStates } from '../../../shared/index.ts';
import { listDeliveries, readDelivery, sendAgain } from '../services/outbox.ts';

const query = z.object({
  state: z.enum([...deliveryStates, 'waiting']).optional(),
  channel: z.enum(deliveryChannels).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  patient: z.string().max(64).optional(),
  search: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});
const params = z.object({ id: z.uuid() });

export const deliveries = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({ query }, (input) => listDeliveries(strapi, input.query)),
  read: guarded({ params }, async (input) => ({
    data: await readDelivery(strapi, input.params.id),
  })),
  resend: guarded({ params }, async (input) => ({
    data: await sendAgain(strapi, input.params.id),
  })),
});
