import type { FieldProblem } from '@enamel/kernel';

const fields = ['parent', 'folder', 'destinationFolderId', 'folderIds', 'fileIds', 'ids'];

const isNumber = (value: unknown): boolean =>
  value === null || value === undefined || /^\d{1,9}$/.test(String(value));

/**
 * What in a request to the media library should be the number of a file or folder, and is none: `id` for the one in its
 * path, else the field of its body.
 */
export const strayNumber = (path: string, body: unknown): string | undefined => {
  const [, id] = /^\/upload\/(?:files|folders)\/([^/]+)/i.exec(path) ?? [];
  if (id !== undefined && !isNumber(id)) return 'id';
  if (!/^\/upload(\/|$)/i.test(path) || typeof body !== 'object' || body === null) return undefined;
  return fields.find((field) => ![(body as Record<string, unknown>)[field]].flat().every(isNumber));
};

const isJson = (text: unknown): boolean => {
  if (typeof text !== 'string') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What an upload may not say: pictures are tied to no record as they come in, and what is said of them is JSON. */
export const strayPart = (path: string, body: unknown): FieldProblem | undefined => {
  if (!/^(\/api)?\/upload(\/|$)/i.test(path) || typeof body !== 'object' || body === null)
    return undefined;
  const field = ['ref', 'refId', 'field', 'source'].find((name) => name in body);
  if (field) return { field, message: 'is not taken here' };
  const { fileInfo } = body as { fileInfo?: unknown };
  return [fileInfo].flat().every(isJson)
    ? undefined
    : { field: 'fileInfo', message: 'must be JSON' };
};
