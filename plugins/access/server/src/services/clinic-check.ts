import { invalid } from '@enamel/kernel';
import type { Modules } from '@strapi/strapi';
import { clinicProblems } from '../domain/clinic-check.ts';

const places = new Set<string>(['api::clinic.clinic', 'api::location.location']);

/** Refuses to save a clinic or location that the portal could not show. */
export const checkClinic = (): Modules.Documents.Middleware.Middleware => async (context, next) => {
  if (places.has(context.uid) && (context.action === 'create' || context.action === 'update')) {
    const fields = clinicProblems((context.params.data ?? {}) as object);
    if (fields.length > 0)
      throw invalid(
        'VALIDATION_FAILED',
        fields.map(({ field, message }) => `${field} ${message}.`).join(' '),
        { fields },
      );
  }
  return next();
};
