/** Each single-byte change, deletion, swap of neighbours and truncation of a sealed log of 1,000 entries is found. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { beginning, canonicalOf, sealOf } from './canonical.ts';
import { checkpointLine, makeCheckpoint, signingKeyOf, trusting } from './checkpoint.ts';
import { createLogReader, headLine, sealLine } from './log-file.ts';
import { type Place, start } from './verifier.ts';

const entries = 1000;
const key = signingKeyOf('a secret of the clinic');
const keys = trusting([key.publicKey]);

const canonical = (n: number) =>
  canonicalOf([
    String(n * 3),
    `2026-03-29T00:30:${String(n % 60).padStart(2, '0')}.000001Z`,
    n % 3 ? 'staff' : 'patient',
    String(n % 7),
    n % 3 ? 'Ștefan Pop' : null,
    n % 3 ? '["Dentist"]' : '[]',
    n % 2 ? 'read' : 'update',
    'patient',
    `p${n}`,
    `["p${n}"]`,
    null,
    '203.0.113.9',
    'Firefox on Windows',
    n % 2 ? '{}' : '{"fields": ["archived"], "values": {"archived": {"new": true, "old": false}}}',
  ]);

const places: Place[] = [start];
const lines: Buffer[] = [Buffer.from(`${headLine(start)}\n`)];
let previous = beginning;
for (let n = 1; n <= entries; n++) {
  previous = sealOf(previous, n, canonical(n));
  places.push({ number: n, hash: previous });
  lines.push(Buffer.from(`${sealLine(n, previous, canonical(n))}\n`));
}
const closing = makeCheckpoint(key, {
  number: entries,
  hash: previous,
  at: '2026-03-29T01:00:00.000Z',
});
lines.push(Buffer.from(`${checkpointLine(closing)}\n`));
const whole = Buffer.concat(lines);

/** The reader as it stands before a line of the file: what came before that line is as it was. */
const readerAt = (line: number) =>
  createLogReader(keys, [], line === 0 ? undefined : places[line - 1]);

const verify = (file: Uint8Array) => {
  const reader = createLogReader(keys);
  return reader.take(file) ?? reader.finish();
};

describe(`a sealed log of ${entries} entries (${whole.length} bytes)`, () => {
  test('is whole, and is read alike in pieces of any size', () => {
    assert.equal(verify(whole), undefined);
    for (const size of [1, 7, 64, 65_536]) {
      const reader = createLogReader(keys);
      for (let at = 0; at < whole.length; at += size)
        assert.equal(reader.take(whole.subarray(at, at + size)), undefined);
      assert.equal(reader.finish(), undefined);
    }
  });

  test('shows every change of a single byte, at the line that it was made in', () => {
    let found = 0;
    lines.forEach((line, index) => {
      const next = lines[index + 1] ?? Buffer.alloc(0);
      for (let place = 0; place < line.length; place++) {
        const touched = Buffer.concat([line, next]);
        touched[place] = (touched[place] ?? 0) ^ (1 << (place % 8));
        const reader = readerAt(index);
        const fault = reader.take(touched) ?? (next.length === 0 ? reader.finish() : undefined);
        assert.ok(fault, `byte ${place} of line ${index}`);
        found++;
      }
    });
    assert.equal(found, whole.length);
  });

  test('shows every value of a byte in one line', () => {
    const line = lines[500] ?? Buffer.alloc(0);
    for (let place = 0; place < line.length; place++)
      for (let value = 0; value < 256; value++) {
        if (value === line[place]) continue;
        const touched = Buffer.concat([line, lines[501] ?? line]);
        touched[place] = value;
        assert.ok(readerAt(500).take(touched), `byte ${place} as ${value}`);
      }
  });

  test('shows every truncation, to each of its bytes', () => {
    lines.forEach((line, index) => {
      for (let kept = 0; kept < line.length; kept++) {
        const reader = readerAt(index);
        const fault = reader.take(line.subarray(0, kept)) ?? reader.finish();
        assert.ok(fault, `line ${index} cut to ${kept} bytes`);
      }
    });
  });

  test('shows every line deleted and every two neighbours swapped', () => {
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      const without = readerAt(index);
      assert.ok((next && without.take(next)) ?? without.finish(), `line ${index} deleted`);
      if (next)
        assert.ok(readerAt(index).take(Buffer.concat([next, line])), `line ${index} swapped`);
    });
  });

  test('cut short behind an older checkpoint of its own is found by one kept elsewhere', () => {
    const place = places[400] ?? start;
    const older = makeCheckpoint(key, { ...place, at: '2026-03-29T00:40:00.000Z' });
    const cut = Buffer.concat([...lines.slice(0, 401), Buffer.from(`${checkpointLine(older)}\n`)]);
    assert.equal(verify(cut), undefined);
    const reader = createLogReader(keys, [closing]);
    assert.equal(reader.take(cut), undefined);
    assert.deepEqual(reader.finish(), { kind: 'truncated', number: 401, entry: null });
  });
});
