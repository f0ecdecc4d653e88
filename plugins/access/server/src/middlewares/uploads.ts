import { readFile } from 'node:fs/promises';
import { forbidden, invalid } from '@enamel/kernel';
import type { Context, Next } from 'koa';
import sharp from 'sharp';
import { judgeFile, kinds } from '../domain/file-content.ts';

interface Sent {
  readonly filepath: string;
  readonly originalFilename?: string | null;
  mimetype?: string | null;
  type?: string;
}

const refused = (field: string, problem: string) =>
  invalid('FILE_NOT_ALLOWED', `The file ${problem}.`, { fields: [{ field, message: problem }] });

/** A small file can unfold to a picture that fills the memory. */
const mostPixels = 50_000_000;

const decodes = (bytes: Buffer): Promise<boolean> =>
  sharp(bytes, { failOn: 'warning', limitInputPixels: mostPixels })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );

const check = async (field: string, file: Sent): Promise<void> => {
  const bytes = await readFile(file.filepath);
  const { kind, problem } = judgeFile(file.originalFilename ?? '', bytes);
  if (!kind) throw refused(field, problem);
  if (kinds[kind].image && !(await decodes(bytes)))
    throw refused(field, 'cannot be read as a picture');
  file.mimetype = kinds[kind].mime;
  file.type = kinds[kind].mime;
};

/** Behind the body's parser and before every route: files come in by the two upload doors alone, and are what they say. */
export const uploadsMiddleware = () => async (context: Context, next: Next) => {
  // The server would fetch whatever address it is given, also in its own network.
  if (/^\/upload\/actions\/upload-from-urls/i.test(context.path))
    throw forbidden(
      'FORBIDDEN',
      'Files are not fetched from addresses here. Please upload the file.',
    );
  const { files } = context.request as { files?: Record<string, Sent | Sent[]> };
  const sent = Object.entries(files ?? {}).flatMap(([field, list]) =>
    [list].flat().map((file) => ({ field, file })),
  );
  if (sent.length > 0 && !/^(\/api)?\/upload(\/|$)/i.test(context.path))
    throw refused(sent[0]?.field ?? 'files', 'is not expected at this address');
  for (const { field, file } of sent) await check(field, file);
  await next();
};
