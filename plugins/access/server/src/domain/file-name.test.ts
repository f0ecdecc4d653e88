import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from './file-name.ts';

test('a name keeps its words and loses its folders', () => {
  assert.equal(fileName('Radiografie șold 46.jpeg', 'jpeg'), 'Radiografie șold 46.jpg');
  assert.equal(fileName('../../etc/passwd', 'pdf'), 'passwd.pdf');
  assert.equal(fileName('C:\\Users\\Ana\\scan.dcm', 'dicom'), 'scan.dcm');
  assert.equal(fileName('letter', 'pdf'), 'letter.pdf');
});

test('what could break a line, a header or a folder is left out', () => {
  assert.equal(fileName('a\r\nSet-Cookie: x=1.pdf', 'pdf'), 'aSet-Cookie x=1.pdf');
  assert.equal(fileName('x\u202egnp.exe.png', 'png'), 'xgnp.exe.png');
  assert.equal(fileName('..', 'png'), 'file.png');
  assert.equal(fileName('.htaccess', 'png'), 'file.png');
  assert.equal(fileName('\0', 'png'), 'file.png');
  assert.equal([...fileName('ă'.repeat(500), 'png')].length, 124);
});
