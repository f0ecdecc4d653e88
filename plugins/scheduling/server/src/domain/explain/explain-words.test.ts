import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { explainWords } from './explain-words.ts';

for (const language of ['en', 'ro'])
  test(`every reason has words in the panel: ${language}`, () => {
    const words = JSON.parse(
      readFileSync(
        new URL(`../../../../admin/src/desk-words/${language}.json`, import.meta.url),
        'utf8',
      ),
    ) as Record<string, string>;
    const reasons = Object.keys(words).filter((key) => /^why\.[A-Z]/.test(key));
    deepEqual(
      reasons.sort(),
      Object.keys(explainWords)
        .map((code) => `why.${code}`)
        .sort(),
    );
    deepEqual(
      reasons.filter((key) => !words[key]?.trim()),
      [],
    );
  });
