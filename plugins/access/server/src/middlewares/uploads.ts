import { readFile, rm } from 'node:fs/promises';
import { forbidden, invalid } from '@enamel/kernel';
import type { Context, Next } from 'koa';
import sharp from 'sharp';
import { type FileKind, judgeFile, kinds } from '../domain/file-content.ts';
import { acceptedAt } from '../domain/file-doors.ts';
import { strayNumber, strayPart } from '../domain/library-numbers.ts';

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

const check = async (field: string, file: Sent, accepted: readonly FileKind[]): Promise<void> => {
  const bytes = await readFile(file.filepath);
  const { kind, problem } = judgeFile(file.originalFilename ?? '', bytes, accepted);
  if (!kind) throw refused(field, problem);
  if (kinds[kind].image && !(await decodes(bytes)))
    throw refused(field, 'cannot be read as a picture');
  file.mimetype = kinds[kind].mime;
  file.type = kinds[kind].mime;
};

/** Behind the body's parser and before every route: files are what they say. */
export const uploadsMiddleware = () => async (context: Context, next: Next) => {
  // The server would fetch whatever address it is given, also in its own network.
  if (/^\/upload\/actions\/upload-from-urls/i.test(context.path))
    throw forbidden(
      'FORBIDDEN',
      'Files are not fetched from addresses here. Please upload the file.',
    );
  const { files, body } = context.request as {
    files?: Record<string, Sent | Sent[]>;
    body?: unknown;
  };
  // Strapi asks the database for it several times at once, and the whole server ends by the second error.
  const stray = strayNumber(context.path, body);
  if (stray)
    throw invalid('NOT_A_NUMBER', `${stray}: must be the number of a file or folder`, {
      fields: [{ field: stray, message: 'must be the number of a file or folder' }],
    });
  const part = strayPart(context.path, body);
  if (part) throw invalid('NOT_ALLOWED', `${part.field}: ${part.message}`, { fields: [part] });
  const sent = Object.entries(files ?? {}).flatMap(([field, list]) =>
    [list].flat().map((file) => ({ field, file })),
  );
  try {
    for (const { field, file } of sent) await check(field, file, acceptedAt(context.path) ?? []);
    await next();
  } finally {
    // Strapi leaves what was refused in the machine's folder for temporary files.
    for (const { file } of sent) await rm(file.filepath, { force: true });
  }
};
