/**
 * Strapi's content manager takes `status` for draft or published. Appointments, treatments, invoices and responses have a
 * `status` of their own and no drafts: here it reaches the panel's lists and forms, and comes back when they are saved.
 */
import type { Core, UID } from '@strapi/strapi';

interface Context {
  params: { model: UID.ContentType };
  request: { body?: Record<string, unknown> };
  state: { userAbility?: unknown; ownStatus?: unknown };
}
type Action = (this: unknown, context: Context) => Promise<unknown>;
type Method = (this: unknown, ...given: never[]) => unknown;
type Factory = (given: { strapi: Core.Strapi }) => Record<string, Method>;
interface Document {
  status?: unknown;
}

export interface ContentManager {
  controllers: Record<string, Record<string, Action>>;
  services: Record<string, Factory>;
}

const hasOwnStatus = (model: UID.ContentType): boolean =>
  'status' in (strapi.contentTypes[model]?.attributes ?? {});

/** Whether the person may write the field, by the same rules as every other field of the form. */
const mayWrite = ({ params, state }: Context, action: 'create' | 'update'): boolean =>
  strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: state.userAbility, model: params.model })
    .can[action](undefined, 'status');

/** Takes the status out of the body, where Strapi would refuse it, and keeps it for {@link writing}. */
const receiving = (original: Action, action: 'create' | 'update'): Action =>
  async function receive(context) {
    const { body } = context.request;
    if (body && 'status' in body && hasOwnStatus(context.params.model)) {
      const { status, ...rest } = body;
      context.request.body = rest;
      if (mayWrite(context, action)) context.state.ownStatus = status;
    }
    return original.call(this, context);
  };

const withOwnStatus = (model: UID.ContentType, options: { data?: object }) => {
  const status = strapi.requestContext.get()?.state.ownStatus;
  return status === undefined || !hasOwnStatus(model)
    ? options
    : { ...options, data: { ...options.data, status } };
};

const writing =
  (factory: Factory): Factory =>
  (given) => {
    const service = factory(given);
    const { create, update } = service as unknown as {
      create: (model: UID.ContentType, options: object) => unknown;
      update: (id: string, model: UID.ContentType, options: object) => unknown;
    };
    return Object.assign(service, {
      create: (model: UID.ContentType, options: object = {}) =>
        create.call(service, model, withOwnStatus(model, options)),
      update: (id: string, model: UID.ContentType, options: object = {}) =>
        update.call(service, id, model, withOwnStatus(model, options)),
    });
  };

const showing =
  (factory: Factory): Factory =>
  (given) => {
    const service = factory(given);
    const { getStatus, formatDocumentWithMetadata } = service as unknown as {
      getStatus: (document: Document, others: unknown) => unknown;
      formatDocumentWithMetadata: (
        model: UID.ContentType,
        document: Document | null,
        options?: object,
      ) => Promise<{ data: Document | null }>;
    };
    return Object.assign(service, {
      getStatus: (document: Document, others: unknown) =>
        document.status ?? getStatus.call(service, document, others),
      formatDocumentWithMetadata: async (
        model: UID.ContentType,
        document: Document | null,
        options?: object,
      ) => {
        const answer = await formatDocumentWithMetadata.call(service, model, document, options);
        return answer.data && hasOwnStatus(model)
          ? { ...answer, data: { ...answer.data, status: document?.status } }
          : answer;
      },
    });
  };

export const keepOwnStatus = (plugin: ContentManager): ContentManager => {
  const { controllers, services } = plugin;
  const entries = controllers['collection-types'];
  const manager = services['document-manager'];
  const metadata = services['document-metadata'];
  if (!entries?.create || !entries.update || !manager || !metadata)
    throw new Error('This Strapi has another content manager than own-status.ts knows.');
  entries.create = receiving(entries.create, 'create');
  entries.update = receiving(entries.update, 'update');
  services['document-manager'] = writing(manager);
  services['document-metadata'] = showing(metadata);
  return plugin;
};
