import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strayNumber } from './library-numbers.ts';

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
