import { invalid } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  asBegun,
  ownFields,
  ownFieldsWritten,
  withoutOwnFields,
} from '../../domain/booking/own-fields.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

interface Params {
  documentId?: string;
  data?: Record<string, unknown>;
}

const uid = 'api::appointment.appointment';
const writes = new Set(['create', 'update', 'clone']);

/** Refuses people who write what scheduling keeps of an appointment by itself: counters, stamps, kinship. */
export const guardOwnFields =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    if (call.uid !== uid || !writes.has(call.action)) return next();
    if (currentActor(strapi).kind === 'system') return next();
    const params = call.params as Params;
    const data = params.data ?? {};
    const before =
      call.action === 'update' && ownFields.some((field) => data[field] !== undefined)
        ? await strapi.db
            .query(uid)
            .findOne({ where: { documentId: params.documentId }, select: [...ownFields] as never })
        : null;
    const written = ownFieldsWritten(data, before);
    if (written.length > 0)
      throw invalid('VALIDATION_FAILED', `${written.join(', ')}: kept by scheduling itself`, {
        fields: written.map((field) => ({ field, message: 'is kept by scheduling itself' })),
      });
    params.data = call.action === 'clone' ? asBegun(data) : withoutOwnFields(data);
    return next();
  };
