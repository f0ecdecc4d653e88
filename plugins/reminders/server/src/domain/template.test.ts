import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fill, fillLine, unknownIn } from './template.ts';

test('variables are filled in, spaces inside the braces do not matter', () => {
  const { text, unknown } = fill('Dear {{patient.firstName}}, {{ appointment.time }}.', {
    'patient.firstName': 'Ana',
    'appointment.time': '10:00',
  });
  assert.equal(text, 'Dear Ana, 10:00.');
  assert.deepEqual(unknown, []);
});

test('unknown variables and loose braces are reported once each', () => {
  const template = '{{patient.frstName}} {{patient.frstName}} {{oops';
  assert.deepEqual(
    unknownIn(template, () => false),
    ['patient.frstName', '{{oops'],
  );
  assert.deepEqual(
    unknownIn('{{}}', () => false),
    [''],
  );
  assert.deepEqual(fill('{{toString}}', {}).unknown, ['toString']);
});

test('a line with nothing to say is left out, with the line that introduced it', () => {
  const template = 'Hello\n\nPlease answer:\n{{form.link}}\n\nGoodbye';
  assert.equal(fill(template, { 'form.link': null }).text, 'Hello\n\nGoodbye');
  assert.equal(
    fill(template, { 'form.link': 'https://a.test/f' }).text,
    'Hello\n\nPlease answer:\nhttps://a.test/f\n\nGoodbye',
  );
});

test('a line before that does not introduce it stays', () => {
  assert.equal(fill('Where: here\nPhone {{p}}', { p: '' }).text, 'Where: here');
});

test('values are never read as templates', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const first = `${a}{{b}}`;
      const filled = fill('<{{a}}|{{b}}>', { a: `x${first.replaceAll('\n', '')}`, b: `y${b}` });
      assert.ok(filled.text.includes('{{b}}'));
      assert.deepEqual(filled.unknown, []);
    }),
  );
});

test('a subject is one line whatever its values hold', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const { text } = fillLine('Visit {{v}}', { v: `a${value}\r\nBcc: x@y.test` });
      assert.doesNotMatch(text, /[\r\n]/);
    }),
  );
});
