import { type FileKind, fileKinds, pictures } from './file-content.ts';

/** Where files come in, and which. The media library is open to everybody: what is a patient's does not go there. */
const doors: readonly (readonly [path: RegExp, accepted: readonly FileKind[]])[] = [
  [/^(\/api)?\/upload(\/|$)/i, pictures],
  [/^\/charting\/patients\/[^/]+\/files\/?$/i, fileKinds],
];

/** Undefined where no file is expected. */
export const acceptedAt = (path: string): readonly FileKind[] | undefined =>
  doors.find(([door]) => door.test(path))?.[1];
