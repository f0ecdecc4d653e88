import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanguage, type Questionnaire, sectionsOf } from './questionnaire.ts';

const question = (id: number, extra: object = {}) => ({
  id,
  question: `Question ${id}`,
  type: 'text',
  options: null,
  required: null,
  help: '',
  raisesAlert: null,
  order: null,
  ...extra,
});

const form = (questions: ReturnType<typeof question>[]): Questionnaire => ({
  documentId: 'f1',
  title: 'History',
  language: 'ro',
  introduction: null,
  sections: [{ title: 'You', description: '', questions }],
});

test('questions follow their order, then their place, and keep their key', () => {
  const [section] = sectionsOf(
    form([question(5), question(9), question(7, { order: 2 }), question(8, { order: 1 })]),
  );
  assert.deepEqual(
    section?.questions.map(({ key }) => key),
    ['q8', 'q7', 'q5', 'q9'],
  );
  assert.equal(section?.description, null);
});

test('options are lines, without blanks or doubles; a file is not asked by link', () => {
  const [section] = sectionsOf(
    form([
      question(1, { type: 'radio', options: ' Yes \n\nNo\nNo' }),
      question(2, { type: 'file' }),
    ]),
  );
  assert.deepEqual(
    section?.questions.map(({ options }) => options),
    [['Yes', 'No']],
  );
  assert.deepEqual(sectionsOf(form([question(2, { type: 'file' })])), []);
});

test("the patient's language comes first, then the clinic's, then any", () => {
  const ro = { language: 'ro' } as const;
  const en = { language: 'en' } as const;
  assert.equal(inLanguage([ro, en], 'en', 'ro'), en);
  assert.equal(inLanguage([en, ro], null, 'ro'), ro);
  assert.equal(inLanguage([en], 'ro', 'ro'), en);
  assert.equal(inLanguage([], 'ro', 'ro'), undefined);
});
