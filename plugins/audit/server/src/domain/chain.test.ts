import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { beginning, canonicalOf, type EntryTexts, sealOf, sealOfBytes } from './canonical.ts';
import {
  type Checkpoint,
  checkpointLine,
  isSignedBy,
  makeCheckpoint,
  readCheckpoint,
  signingKeyOf,
  trusting,
} from './checkpoint.ts';
import { createVerifier, start } from './verifier.ts';

const key = signingKeyOf('a secret of the clinic');
const keys = trusting([key.publicKey]);
const at = '2026-03-29T00:30:00.000Z';

const texts = (id: number, name: string | null = 'Ana', detail = '{"count": 1}'): EntryTexts => [
  String(id),
  '2026-03-29T00:30:00.000001Z',
  'staff',
  '7',
  name,
  '["Dentist"]',
  'read',
  'patient',
  'p1',
  '["p1","p2"]',
  'request-1',
  '203.0.113.9',
  'Firefox on Windows',
  detail,
];

interface Seal {
  readonly number: number;
  readonly hash: string;
  readonly canonical: string | null;
  readonly entry: string;
}

const chainOf = (entries: readonly string[]): Seal[] => {
  let previous = beginning;
  return entries.map((canonical, index) => {
    previous = sealOf(previous, index + 1, canonical);
    return { number: index + 1, hash: previous, canonical, entry: String(index + 1) };
  });
};

const verdict = (seals: readonly Seal[], checkpoints: readonly Checkpoint[] = []) => {
  const verifier = createVerifier(start, checkpoints, keys);
  for (const { number, hash, canonical, entry } of seals) {
    const fault = verifier.take(number, hash, canonical, entry);
    if (fault) return fault;
  }
  return verifier.finish();
};

describe('the canonical form', () => {
  test('is one line of JSON with a fixed order, byte for byte', () => {
    assert.equal(
      canonicalOf(texts(41, null)),
      '{"id":41,"at":"2026-03-29T00:30:00.000001Z","actor":"staff","actorId":"7","name":null,"roles":["Dentist"],"action":"read","subject":"patient","subjectId":"p1","patients":["p1","p2"],"request":"request-1","ip":"203.0.113.9","device":"Firefox on Windows","detail":{"count": 1}}',
    );
  });

  test('says the same as JSON for every text, on one line, and differs when a text differs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const canonical = canonicalOf(texts(1, one));
        assert.equal(JSON.parse(canonical).name, one);
        assert.ok(!canonical.includes('\n'));
        assert.equal(canonical === canonicalOf(texts(1, other)), one === other);
      }),
    );
  });

  test('is sealed alike as text and as bytes', () => {
    const canonical = canonicalOf(texts(1, 'Șerban „Ș” \\ "'));
    assert.equal(
      sealOf(beginning, 1, canonical),
      sealOfBytes(beginning, 1, Buffer.from(canonical)),
    );
    assert.equal(
      sealOf(beginning, 1, '{}'),
      // printf '%064d 1 {}' 0 | sha256sum
      '82c1900bbbac040b10e59304f294e4124238939163e519787842bc86606d180e',
    );
  });
});

describe('a chain', () => {
  const seals = chainOf(Array.from({ length: 20 }, (_, n) => canonicalOf(texts(n + 1))));
  const head = { number: 20, hash: seals[19]?.hash ?? '', at };

  test('that nobody touched has no fault, with checkpoints in any order', () => {
    const middle = { number: 7, hash: seals[6]?.hash ?? '', at };
    const signed = [makeCheckpoint(key, head), makeCheckpoint(key, middle)];
    assert.equal(verdict(seals, signed), undefined);
  });

  test('names the first entry that was changed, deleted, inserted or swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (n) => {
        const [before, here] = seals.slice(n - 1, n + 1) as [Seal, Seal];
        const edited = seals.with(n, { ...here, canonical: canonicalOf(texts(n + 1, 'Eve')) });
        assert.deepEqual(verdict(edited), { kind: 'changed', number: n + 1, entry: `${n + 1}` });
        const gone = seals.with(n, { ...here, canonical: null });
        assert.deepEqual(verdict(gone), { kind: 'deleted', number: n + 1, entry: `${n + 1}` });
        const cut = seals.toSpliced(n - 1, 1);
        assert.deepEqual(verdict(cut), { kind: 'gap', number: n, entry: null });
        const twice = seals.toSpliced(n, 0, before);
        assert.deepEqual(verdict(twice), { kind: 'gap', number: n + 1, entry: null });
        const swapped = seals
          .with(n, { ...here, canonical: before.canonical })
          .with(n - 1, { ...before, canonical: here.canonical });
        assert.deepEqual(verdict(swapped), { kind: 'changed', number: n, entry: `${n}` });
      }),
    );
  });

  test('that was cut short, or made anew as a whole, is told by a checkpoint', () => {
    const signed = makeCheckpoint(key, head);
    assert.equal(verdict(seals.slice(0, 15), [signed])?.kind, 'truncated');
    const anew = chainOf(Array.from({ length: 20 }, (_, n) => canonicalOf(texts(n + 1, 'Eve'))));
    assert.equal(verdict(anew), undefined);
    assert.deepEqual(verdict(anew, [signed]), { kind: 'rewritten', number: 20, entry: null });
    const forged = makeCheckpoint(signingKeyOf('another secret'), {
      ...head,
      hash: anew[19]?.hash ?? '',
    });
    assert.deepEqual(verdict(anew, [forged]), { kind: 'forged', number: 20, entry: null });
  });
});

describe('a checkpoint', () => {
  const line = checkpointLine(makeCheckpoint(key, { number: 3, hash: 'ab'.repeat(32), at }));

  test('is read as it was written, and signed by the same key on every start', () => {
    const read = readCheckpoint(line);
    assert.ok(read && isSignedBy(keys, read));
    assert.equal(checkpointLine(read), line);
    assert.equal(signingKeyOf('a secret of the clinic').publicKey, key.publicKey);
  });

  test('with any other character in any place is refused', () => {
    for (let place = 0; place < line.length; place++)
      for (const character of '0a Z') {
        if (line[place] === character) continue;
        const read = readCheckpoint(line.slice(0, place) + character + line.slice(place + 1));
        assert.ok(!read || !isSignedBy(keys, read), `${place} ${character}`);
      }
  });
});
