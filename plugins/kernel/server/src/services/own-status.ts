import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';

const require = createRequire(import.meta.url);

type Format = (
  uid: string,
  document: { status?: unknown } | null,
  options?: object,
) => Promise<{ data: object | null }>;
type ReadDimensions = (
  request: Record<string, unknown> | undefined,
  uid: string,
  options?: object,
) => Promise<unknown>;

/**
 * Strapi's content manager takes any `status` for that of draft & publish: it refuses other values and leaves them out of
 * its answers. An appointment's or an invoice's status is its own; for nouns without draft & publish this lets it
 * through, so that the panel's forms show and save it.
 */
export const keepOwnStatus = (strapi: Core.Strapi): void => {
  const isOwn = (uid: string): boolean => {
    const model = strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]);
    return model?.options?.draftAndPublish !== true && 'status' in (model?.attributes ?? {});
  };
  const metadata = strapi.plugin('content-manager').service('document-metadata') as {
    formatDocumentWithMetadata: Format;
  };
  const format = metadata.formatDocumentWithMetadata;
  metadata.formatDocumentWithMetadata = async (uid, document, options) => {
    const answer = await format.call(metadata, uid, document, options);
    if (!document || !isOwn(uid)) return answer;
    return { ...answer, data: { ...answer.data, status: document.status } };
  };

  // Not a service: the function that every controller of the content manager asks.
  const folder = dirname(require.resolve('@strapi/content-manager/package.json'));
  const dimensions = require(join(folder, 'dist/server/controllers/validation/dimensions.js')) as {
    getDocumentLocaleAndStatus: ReadDimensions;
  };
  const read = dimensions.getDocumentLocaleAndStatus;
  dimensions.getDocumentLocaleAndStatus = (request, uid, options) => {
    if (!request || !isOwn(uid)) return read(request, uid, options);
    const { status: _own, ...rest } = request;
    return read(rest, uid, options);
  };
};
