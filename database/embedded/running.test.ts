import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { runningPort } from './running.ts';

const folderWith = (pid?: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'enamel-running-'));
  mkdirSync(join(folder, 'postgres'));
  if (pid !== undefined)
    writeFileSync(
      join(folder, 'postgres/postmaster.pid'),
      `${pid}\n/somewhere\n1795149876\n54329\n\n127.0.0.1\n`,
    );
  return folder;
};

test('a live server names its port; an ended one and an empty folder name none', () => {
  assert.equal(runningPort(folderWith(process.pid)), 54329);
  assert.equal(runningPort(folderWith(2 ** 22 + 1)), undefined);
  assert.equal(runningPort(folderWith()), undefined);
});
