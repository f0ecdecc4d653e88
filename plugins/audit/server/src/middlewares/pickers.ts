import type { Core, UID } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { nounOf, patientNouns } from '../domain/patients.ts';
import { record } from '../services/record.ts';
import { patientsOf } from '../store/patients-of.ts';

interface Picked {
  readonly id: number;
  readonly documentId: string;
}

const targetOf = (strapi: Core.Strapi, model: string, field: string) => {
  const attributes = (strapi.getModel(model as UID.ContentType)?.attributes ?? {}) as Record<
    string,
    { readonly target?: UID.ContentType }
  >;
  return attributes[field]?.target;
};

/** The pickers of relations in the panel's forms read past the Document Service: they list people by name. */
export const pickers =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    await next();
    if (!/^\/content-manager\/relations\//i.test(context.path) || context.status !== 200) return;
    const { model, targetField } = context.params as { model?: string; targetField?: string };
    const uid = model && targetField ? targetOf(strapi, model, targetField) : undefined;
    if (!uid || !patientNouns.has(uid)) return;
    const { results = [] } = context.body as { results?: Picked[] };
    if (results.length === 0) return;
    const patients =
      uid === 'api::patient.patient'
        ? results.map(({ documentId }) => documentId)
        : await patientsOf(
            strapi,
            strapi.db.connection,
            uid,
            results.map(({ id }) => id),
          );
    await record(strapi, undefined, {
      action: 'list',
      subject: nounOf(uid),
      patients,
      detail: { count: results.length, picker: `${nounOf(model ?? '')}.${targetField}` },
    });
  };
