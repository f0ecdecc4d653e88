import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strayNumber, strayPart } from './library-numbers.ts';

test('files and folders of the media library have numbers', () => {
  assert.equal(strayNumber('/upload/folders/nothing', {}), 'id');
  assert.equal(strayNumber('/upload/files/99999999999', undefined), 'id');
  assert.equal(strayNumber('/upload/folders/7', { name: 'Logos', parent: 'nothing' }), 'parent');
  assert.equal(strayNumber('/upload/folders', { parent: null }), undefined);
  assert.equal(strayNumber('/upload/actions/bulk-move', { folderIds: [1, 'x'] }), 'folderIds');
  assert.equal(
    strayNumber('/upload/actions/bulk-move', { fileIds: [1, '2'], destinationFolderId: 3 }),
    undefined,
  );
});

test('what is sent elsewhere is not judged here', () => {
  assert.equal(strayNumber('/api/patients', { parent: 'nothing' }), undefined);
});

test('an upload names no record and describes itself in JSON', () => {
  for (const body of [{ ref: 'api::patient.patient' }, { refId: '7' }, { field: 'photo' }])
    for (const path of ['/upload', '/api/upload/', '/upload/files'])
      assert.equal(strayPart(path, body)?.field, Object.keys(body)[0]);
  assert.equal(strayPart('/upload', { fileInfo: ['{}', 'not json'] })?.field, 'fileInfo');
  assert.equal(strayPart('/upload', { fileInfo: '{"name":"Logo"}' }), undefined);
  assert.equal(strayPart('/upload/files/3', { fileInfo: { name: 'Logo' } }), undefined);
  assert.equal(strayPart('/charting/files', { ref: 'x' }), undefined);
});
