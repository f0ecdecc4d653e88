import { readFile } from 'node:fs/promises';
import { invalid } from '@enamel/kernel';
import type { Context } from 'koa';
import { type FileKind, judgeFile } from '../domain/file-content.ts';
import { fileName } from '../domain/file-name.ts';

export interface ReceivedFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: Buffer;
}

interface Sent {
  readonly filepath: string;
  readonly originalFilename?: string | null;
}

const refused = (code: string, message: string) =>
  invalid(code, message, { fields: [{ field: 'file', message }] });

/**
 * The one file that came with a request, judged by its bytes.
 * @throws 400 FILE_NEEDED, 400 FILE_NOT_ALLOWED
 */
export const receivedFile = async (context: Context): Promise<ReceivedFile> => {
  const { files = {} } = context.request as { files?: Record<string, Sent | Sent[]> };
  const sent = Object.values(files).flat();
  const [file] = sent;
  if (!file || sent.length > 1) throw refused('FILE_NEEDED', 'Choose one file.');
  const bytes = await readFile(file.filepath);
  const name = file.originalFilename ?? '';
  const { kind, problem } = judgeFile(name, bytes);
  if (!kind) throw refused('FILE_NOT_ALLOWED', `The file ${problem}.`);
  return { name: fileName(name, kind), kind, bytes };
};
