import type { FieldProblem } from '@enamel/kernel';
import { type Path, queryPaths } from './query-paths.ts';
import { unsoundFilters, unsoundPages } from './sound-request.ts';

/**
 * What one of Strapi's own routes takes of a query. All else is left out before the route sees it: a route without a row
 * takes none.
 */
export interface PanelQuery {
  readonly keys: readonly string[];
}

type Query = Record<string, unknown>;

const version = ['locale', 'status'];

/** By plugin and handler. */
export const panelQueries: Readonly<Record<string, PanelQuery>> = {
  'content-manager relations.findAvailable': {
    keys: ['_q', '_filter', 'id', 'page', 'pageSize', 'idsToOmit', 'idsToInclude', ...version],
  },
  'content-manager relations.findExisting': { keys: ['page', 'pageSize', ...version] },
};

/** Takes out of a query, in place, what the route does not take. */
export const keepTaken = (query: Query, row: PanelQuery | undefined): void => {
  for (const key of Object.keys(query)) if (!row?.keys.includes(key)) delete query[key];
};

const structured = new Set([
  'filters',
  'sort',
  'pagination',
  'idsToOmit',
  'idsToInclude',
  'documentIds',
]);
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

/** The first path of a query that may not be asked for. */
export const pathNotAllowed = (query: Query, may: (path: Path) => boolean): Path | undefined =>
  queryPaths(query).find((path) => !may(path));
