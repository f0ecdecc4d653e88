const start = 'data:image/png;base64,';
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const header = [0x49, 0x48, 0x44, 0x52];
const end = [0x49, 0x45, 0x4e, 0x44];

/** 200 KB of picture. */
export const largestSignature = 200 * 1024;
const largestSide = 4096;

const has = (bytes: Uint8Array, at: number, expected: readonly number[]) =>
  expected.every((byte, index) => bytes[at + index] === byte);

/** Whether a data URL holds a PNG, judged by its bytes: signature, header with sane sides, end; at most 200 KB. */
export const isPngDataUrl = (url: string): boolean => {
  if (!url.startsWith(start)) return false;
  const encoded = url.slice(start.length);
  if (encoded.length > Math.ceil(largestSignature / 3) * 4) return false;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) || encoded.length % 4 !== 0) return false;
  const bytes = Uint8Array.fromBase64(encoded);
  if (bytes.length < 45 || bytes.length > largestSignature) return false;
  const side = (at: number) => new DataView(bytes.buffer).getUint32(at);
  const sane = (length: number) => length > 0 && length <= largestSide;
  return (
    has(bytes, 0, signature) &&
    has(bytes, 12, header) &&
    sane(side(16)) &&
    sane(side(20)) &&
    has(bytes, bytes.length - 8, end)
  );
};
