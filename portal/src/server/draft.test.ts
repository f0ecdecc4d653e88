import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seal } from '../lib/seal.ts';
import { draftOf } from './draft.ts';

const secret = 'a secret of a story about cookies';
/** What a browser keeps of a name, a value and its attributes together. */
const room = 4096;
const besides = {
  form: 'f'.repeat(24),
  access: 'a'.repeat(260),
  refresh: 'r'.repeat(64),
  browser: 'b'.repeat(32),
  ward: { documentId: 'd'.repeat(24), name: 'Ștefania-Alexandra Constantinescu' },
  hold: {
    id: 'h'.repeat(24),
    service: 's'.repeat(24),
    location: 'l'.repeat(24),
    start: '2027-03-08T09:00:00+02:00',
    end: '2027-03-08T09:30:00+02:00',
    practitioner: 'p'.repeat(24),
    expiresAt: '2027-03-08T07:10:00.000Z',
    extendable: true,
  },
};

test('what is kept between pages stays within the cookie of a browser, in whatever script it is written', async () => {
  for (const letter of ['a', 'ș', '日', '🦷', '"', '\n', '\u0001', '👨‍👩‍👧']) {
    const draft = draftOf({ reason: letter.repeat(1000), whom: 'w'.repeat(64) });
    const kept = await seal({ ...besides, draft }, secret, 12 * 60 * 60);
    const line = `__Host-enamel=${kept}; Path=/; HttpOnly; Secure; SameSite=Lax`;
    assert.ok(line.length <= room, `${letter}: ${line.length}`);
    assert.ok(draft.reason.length > 0);
    assert.equal(draft.reason.replaceAll(letter, ''), '');
  }
  assert.equal(draftOf({ reason: 'a'.repeat(1000) }).reason.length, 1000);
});
