/** What a file is by its own bytes. Its name and the sender's word for it count for nothing. */
export type FileKind = 'png' | 'jpeg' | 'pdf' | 'dicom';

const megabyte = 1024 * 1024;

export const kinds: Readonly<
  Record<FileKind, { mime: string; extensions: readonly string[]; most: number; image: boolean }>
> = {
  png: { mime: 'image/png', extensions: ['.png'], most: 5 * megabyte, image: true },
  jpeg: { mime: 'image/jpeg', extensions: ['.jpg', '.jpeg'], most: 5 * megabyte, image: true },
  pdf: { mime: 'application/pdf', extensions: ['.pdf'], most: 20 * megabyte, image: false },
  dicom: { mime: 'application/dicom', extensions: ['.dcm'], most: 20 * megabyte, image: false },
};

export const fileKinds = Object.keys(kinds) as FileKind[];

/** What everybody may see: the clinic's logo, portraits. */
export const pictures: readonly FileKind[] = ['png', 'jpeg'];

/** No upload is larger, whatever it is. */
export const mostBytes = Math.max(...Object.values(kinds).map(({ most }) => most));

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegSignature = Buffer.from([0xff, 0xd8, 0xff]);
const jpegEnd = Buffer.from([0xff, 0xd9]);

const kindOf = (bytes: Buffer): FileKind | undefined => {
  if (bytes.subarray(0, 8).equals(pngSignature)) return 'png';
  if (bytes.subarray(0, 3).equals(jpegSignature)) return 'jpeg';
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  // The 128 bytes before the mark are free: other programs have been hidden there.
  if (
    bytes.subarray(128, 132).toString('latin1') === 'DICM' &&
    !bytes.subarray(0, 128).some(Boolean)
  )
    return 'dicom';
  return undefined;
};

/** A PNG is a row of chunks; the one called IEND is the last. */
const pngEnds = (bytes: Buffer): boolean => {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') return at === bytes.length;
  }
  return false;
};

const whole: Readonly<Record<FileKind, (bytes: Buffer) => boolean>> = {
  png: pngEnds,
  jpeg: (bytes) => bytes.subarray(-2).equals(jpegEnd),
  pdf: (bytes) => bytes.toString('latin1', Math.max(0, bytes.length - 1024)).includes('%%EOF'),
  dicom: () => true,
};

const markup = /<(script|html|iframe|!doctype|\?php)/i;
const activePdf = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

/** The names of a PDF as its readers see them: `/J#53` is `/JS`. */
const pdfNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Whether the bytes would be taken for something else too: a page, a program, an archive, a document. */
const isTwoThings = (kind: FileKind, bytes: Buffer): boolean => {
  const text = bytes.toString('latin1');
  if (markup.test(text)) return true;
  // An archive is found by its end, which may have up to 64 KiB of comment behind it.
  if (text.slice(-65_557).includes('PK\x05\x06')) return true;
  if (kind === 'pdf') return activePdf.test(pdfNames(text));
  return text.slice(0, 1024).includes('%PDF-');
};

export type Judged =
  | { readonly kind: FileKind; readonly problem?: never }
  | { readonly kind?: never; readonly problem: string };

/**
 * @param name as sent; it becomes part of the address that the file is served at
 * @param accepted what may come in where it was sent to
 */
export const judgeFile = (
  name: string,
  bytes: Buffer,
  accepted: readonly FileKind[] = fileKinds,
): Judged => {
  const kind = kindOf(bytes);
  if (!kind || !accepted.includes(kind))
    return {
      problem:
        accepted === pictures
          ? 'must be a PNG or JPEG picture'
          : 'must be a PNG or JPEG picture, a PDF or a DICOM file',
    };
  const { most, extensions } = kinds[kind];
  if (bytes.length > most) return { problem: `must not be larger than ${most / megabyte} MB` };
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot).toLowerCase();
  if (extension && !extensions.includes(extension))
    return {
      problem: `has the content of a ${kinds[kind].mime}: its name must end in ${extensions.join(' or ')}`,
    };
  if (!whole[kind](bytes)) return { problem: 'is not whole, or goes on after its end' };
  if (isTwoThings(kind, bytes))
    return { problem: 'contains scripts or another file, which is not accepted' };
  return { kind };
};
