import type { FieldProblem } from '@enamel/kernel';
import { type Path, queryPaths } from './query-paths.ts';
import { unsoundFilters, unsoundPages } from './sound-request.ts';

/**
 * What one of Strapi's own routes takes of a query. All else is left out before the route sees it: a route without a row
 * takes none.
 */
export interface PanelQuery {
  readonly keys: readonly string[];
  /** What may be filtered and sorted by; without it, what the role reads of the noun that the path names. */
  readonly paths?: readonly string[];
  /** What the panel populates: it stands in for whatever is asked. */
  readonly populate?: object;
}

type Query = Record<string, unknown>;

const page = ['page', 'pageSize'];
const list = [...page, '_q', 'filters', 'sort'];
const version = ['locale', 'status'];
const times = ['id', 'documentId', 'createdAt', 'updatedAt'];

const rows = (
  plugin: string,
  controller: string,
  handlers: string,
  row: PanelQuery,
): [string, PanelQuery][] =>
  handlers.split(' ').map((handler) => [`${plugin} ${controller}.${handler}`, row]);

const oneRecord =
  'findOne create update delete clone autoClone publish unpublish discard countDraftRelations';

/** By plugin and handler: what the panel's own pages send. */
export const panelQueries: Readonly<Record<string, PanelQuery>> = Object.fromEntries([
  ...rows('content-manager', 'collection-types', 'find', { keys: [...list, ...version] }),
  ...rows('content-manager', 'collection-types', oneRecord, { keys: version }),
  ...rows('content-manager', 'collection-types', 'bulkDelete bulkPublish bulkUnpublish', {
    keys: version,
  }),
  ...rows('content-manager', 'collection-types', 'countManyEntriesDraftRelations', {
    keys: ['documentIds', 'locale'],
  }),
  ...rows(
    'content-manager',
    'single-types',
    'find createOrUpdate delete publish unpublish discard countDraftRelations',
    { keys: version },
  ),
  ...rows('content-manager', 'relations', 'findAvailable', {
    keys: [...page, '_q', '_filter', 'id', 'idsToOmit', 'idsToInclude', ...version],
  }),
  ...rows('content-manager', 'relations', 'findExisting', { keys: [...page, ...version] }),
  ...rows('content-manager', 'uid', 'generateUID checkUIDAvailability', { keys: ['locale'] }),
  ...rows('content-manager', 'content-types', 'findContentTypes', { keys: ['kind'] }),
  ...rows('content-manager', 'homepage', 'getRecentDocuments', { keys: ['action'] }),
  ...rows('content-manager', 'preview', 'getPreviewUrl', { keys: ['documentId', ...version] }),
  ...rows('content-manager', 'history-version', 'findMany', {
    keys: [...page, 'contentType', 'documentId', 'locale'],
  }),
  ...rows('content-type-builder', 'content-types', 'getContentTypes', { keys: ['kind'] }),
  ...rows('upload', 'admin-file', 'find', {
    keys: list,
    paths: [
      ...times,
      ...['name', 'alternativeText', 'caption', 'mime', 'ext', 'size'],
      ...['folder', 'folder.id', 'folderPath'],
    ],
  }),
  ...rows('upload', 'admin-folder', 'find', {
    keys: [...list, 'pagination'],
    paths: [...times, 'name', 'path', 'pathId', 'parent', 'parent.id'],
    populate: { parent: true },
  }),
  ...rows('upload', 'admin-folder', 'findOne', {
    keys: [],
    populate: { parent: { populate: { parent: true } } },
  }),
  ...rows('upload', 'admin-upload', 'upload updateFileInfo replaceFile', { keys: ['id'] }),
  ...rows('upload', 'content-api', 'upload', { keys: ['id'] }),
  ...rows('admin', 'user', 'find', {
    keys: list,
    paths: [...times, 'firstname', 'lastname', 'username', 'email', 'isActive', 'blocked'],
  }),
  ...rows('admin', 'role', 'findAll', {
    keys: ['filters', 'sort'],
    paths: [...times, 'name', 'code', 'description'],
  }),
  ...rows('admin', 'authentication', 'registrationInfo', { keys: ['registrationToken'] }),
  ...rows('admin', 'authenticated-session', 'revokeAll', { keys: ['keepCurrent'] }),
  ...rows('users-permissions', 'auth', 'emailConfirmation', { keys: ['confirmation'] }),
]);

/** Takes out of a query, in place, what the route does not take. */
export const keepTaken = (query: Query, row: PanelQuery | undefined): void => {
  for (const key of Object.keys(query)) if (!row?.keys.includes(key)) delete query[key];
  if (row?.populate) query.populate = row.populate;
};

const structured = new Set(
  'filters sort pagination populate idsToOmit idsToInclude documentIds'.split(' '),
);
const searches = new Set(['$contains', '$containsi', '$startsWith', '$startsWithi', '$eq', '$eqi']);

const unsoundText = ([key, value]: [string, unknown]): FieldProblem | undefined => {
  if (structured.has(key)) return undefined;
  if (typeof value === 'object' && value !== null)
    return { field: key, message: 'must be a single value' };
  if ((key === 'page' || key === 'pageSize') && !/^\d{1,6}$/.test(String(value)))
    return { field: key, message: 'must be a number' };
  if (key === '_filter' && !searches.has(String(value)))
    return { field: key, message: 'is not a way to search' };
  return undefined;
};

/** The first mistake in the shape of a query, which Strapi would fall over. */
export const unsoundQuery = (query: Query): FieldProblem | undefined => {
  for (const entry of Object.entries(query)) {
    const found = unsoundText(entry);
    if (found) return found;
  }
  return unsoundFilters(query.filters) ?? unsoundPages(query.pagination);
};

/** The first path that is filtered or sorted by and may not be. */
export const pathNotAllowed = (
  query: Query,
  row: PanelQuery | undefined,
  mayAsk: (path: Path) => boolean,
): Path | undefined =>
  queryPaths({ filters: query.filters, sort: query.sort }).find((path) =>
    row?.paths ? !row.paths.includes(path.join('.')) : !mayAsk(path),
  );
