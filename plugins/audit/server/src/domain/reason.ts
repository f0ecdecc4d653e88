import { createHash, randomBytes } from 'node:crypto';

export interface Reason {
  readonly digest: string;
  readonly salt: string;
  readonly words: string;
}

/** A digest that proves the words and tells nothing of them: without the salt they cannot be guessed. */
export const reasonOf = (words: string, salt = randomBytes(16).toString('hex')): Reason => ({
  digest: createHash('sha256').update(`${salt}${words}`).digest('hex'),
  salt,
  words,
});
