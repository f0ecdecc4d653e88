import { readFileSync } from 'node:fs';
import { type KeyRing, keyRingOf } from '../../domain/sealing/keys.ts';

const shortest = 16;

const inFile = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/**
 * The ring of `FIELD_KEYS`, else of the file, a secret a line.
 * @throws in words for whoever starts the process, without a secret in them
 */
export const readKeyRing = (
  secrets: readonly string[] | undefined,
  file: string | undefined,
): KeyRing => {
  const given = secrets ?? (file ? inFile(file) : []);
  if (given.length === 0) throw new Error('FIELD_KEYS_FILE has no key: a secret a line.');
  if (given.some((secret) => secret.length < shortest))
    throw new Error(`FIELD_KEYS_FILE: each key must have at least ${shortest} characters.`);
  return keyRingOf(given);
};
