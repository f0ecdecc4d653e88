import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { judgeFile, mostBytes } from './file-content.ts';

const png = readFileSync(
  join(import.meta.dirname, '../../../../../database/demo/catalogue/logo.png'),
);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9]);
const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const dicom = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(64)]);
const zipEnd = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);

test('pictures, PDF and DICOM are known by their bytes', () => {
  assert.deepEqual(judgeFile('logo.png', png), { kind: 'png' });
  assert.deepEqual(judgeFile('X-Ray.JPEG', jpeg), { kind: 'jpeg' });
  assert.deepEqual(judgeFile('letter.pdf', pdf), { kind: 'pdf' });
  assert.deepEqual(judgeFile('scan.dcm', dicom), { kind: 'dicom' });
  assert.deepEqual(judgeFile('without-an-end', png), { kind: 'png' });
});

test('what is something else is refused, whatever it is called', () => {
  const others = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg/>',
    '<html></html>',
    'GIF89a',
    'RIFF\0\0\0\0WEBPVP8 ',
    'MZ',
    'PK\x03\x04',
    '#!/bin/sh',
    'plain words',
    '',
  ];
  for (const text of others)
    for (const name of ['logo.png', 'a.svg', 'a.pdf'])
      assert.ok(judgeFile(name, Buffer.from(text, 'latin1')).problem, text);
});

test('a name that says otherwise than the bytes is refused', () => {
  for (const name of [
    'logo.html',
    'logo.png.html',
    'logo.svg',
    'logo.jpg',
    'logo.php',
    'logo.',
    '.htaccess',
  ])
    assert.match(judgeFile(name, png).problem ?? '', /name must end in/, name);
});

test('a file that is two things is refused', () => {
  const withIn = (start: Buffer, inside: string, end: Buffer) =>
    Buffer.concat([start, Buffer.from(inside, 'latin1'), end]);
  const comment = (inside: string) => withIn(jpeg.subarray(0, 8), inside, jpeg.subarray(8));
  const twofold: [string, Buffer][] = [
    ['a.png', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')])],
    ['a.png', Buffer.concat([png, zipEnd])],
    ['a.png', png.subarray(0, -20)],
    ['a.jpg', comment('<SCRIPT>alert(1)</SCRIPT>')],
    ['a.jpg', comment('<?php system($_GET[0]);')],
    ['a.jpg', comment('%PDF-1.7')],
    ['a.jpg', Buffer.concat([jpeg, zipEnd, Buffer.from([0xff, 0xd9])])],
    ['a.jpg', Buffer.concat([jpeg, Buffer.from('more')])],
    [
      'a.pdf',
      withIn(
        pdf.subarray(0, 9),
        '2 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n',
        pdf.subarray(9),
      ),
    ],
    [
      'a.pdf',
      withIn(
        pdf.subarray(0, 9),
        '2 0 obj<</S/J#61vaScript/J#53(app.alert(1))>>endobj\n',
        pdf.subarray(9),
      ),
    ],
    [
      'a.pdf',
      withIn(pdf.subarray(0, 9), '2 0 obj<</S/Launch/F(cmd.exe)>>endobj\n', pdf.subarray(9)),
    ],
    ['a.pdf', Buffer.concat([pdf, zipEnd])],
    ['a.pdf', Buffer.concat([Buffer.from('GIF89a'), pdf])],
    ['a.dcm', Buffer.concat([Buffer.from('MZ'), dicom.subarray(2)])],
  ];
  for (const [index, [name, bytes]] of twofold.entries())
    assert.ok(judgeFile(name, bytes).problem, `${index} ${name}`);
});

test('a picture has at most 5 MB, a document 20', () => {
  const padded = (size: number) =>
    Buffer.concat([jpeg.subarray(0, 8), Buffer.alloc(size - jpeg.length), jpeg.subarray(8)]);
  assert.deepEqual(judgeFile('a.jpg', padded(5 * 1024 * 1024)), { kind: 'jpeg' });
  assert.match(judgeFile('a.jpg', padded(5 * 1024 * 1024 + 1)).problem ?? '', /5 MB/);
  assert.equal(mostBytes, 20 * 1024 * 1024);
});
