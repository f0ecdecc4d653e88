/** A typed name as a picture, for whoever cannot draw one: a PNG data URL in plain capitals. */
import { crc32, deflateSync } from 'node:zlib';

/** Five columns of seven dots a letter, the lowest bit on top. */
const glyphs: Record<string, string> = {
  A: '7e1111117e',
  B: '7f49494936',
  C: '3e41414122',
  D: '7f4141221c',
  E: '7f49494941',
  F: '7f09090101',
  G: '3e41415132',
  H: '7f0808087f',
  I: '00417f4100',
  J: '2040413f01',
  K: '7f08142241',
  L: '7f40404040',
  M: '7f0204027f',
  N: '7f0408107f',
  O: '3e4141413e',
  P: '7f09090906',
  Q: '3e4151215e',
  R: '7f09192946',
  S: '4649494931',
  T: '01017f0101',
  U: '3f4040403f',
  V: '1f2040201f',
  W: '7f2018207f',
  X: '6314081463',
  Y: '0304780403',
  Z: '6151494543',
  '-': '0808080808',
  '.': '0060600000',
  '’': '0000070000',
  ' ': '0000000000',
  '?': '0201510906',
};
/** Dots of a mark as [column, row]; rows above the letter are negative. */
const marks: Record<string, readonly (readonly [number, number])[]> = {
  '\u0302': [
    [1, -2],
    [2, -3],
    [3, -2],
  ],
  '\u0306': [
    [1, -3],
    [2, -2],
    [3, -3],
  ],
  '\u0326': [
    [2, 8],
    [2, 9],
    [1, 10],
  ],
};
const otherMark = [[2, -2]] as const;
const scale = 4;
const above = 5;
const height = (above + 7 + 6) * scale;

const dotsOf = (name: string): { dots: [number, number][]; columns: number } => {
  const dots: [number, number][] = [];
  let left = 3;
  for (const sign of name.normalize('NFD').toUpperCase().replaceAll("'", '’')) {
    if (/\p{M}/u.test(sign)) {
      const mark = sign === '\u0327' ? marks['\u0326'] : marks[sign];
      for (const [column, row] of mark ?? otherMark) dots.push([left - 6 + column, row]);
      continue;
    }
    Buffer.from(glyphs[sign] ?? glyphs['?'] ?? '', 'hex').forEach((bits, column) => {
      for (let row = 0; row < 7; row += 1) if (bits & (1 << row)) dots.push([left + column, row]);
    });
    left += 6;
  }
  return { dots, columns: left + 3 };
};

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** At most 60 letters; an 8-bit grey PNG, dark on white. */
export const typedSignature = (name: string): string => {
  const { dots, columns } = dotsOf(name.slice(0, 60));
  const width = columns * scale;
  const pixels = Buffer.alloc((width + 1) * height, 255);
  for (let row = 0; row < height; row += 1) pixels[row * (width + 1)] = 0;
  for (const [column, row] of dots)
    for (let y = 0; y < scale; y += 1)
      pixels.fill(
        16,
        ((row + above) * scale + y) * (width + 1) + 1 + column * scale,
        ((row + above) * scale + y) * (width + 1) + 1 + (column + 1) * scale,
      );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
};
