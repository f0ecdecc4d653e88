import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SigningKey, signingKeyOf } from '../domain/checkpoint.ts';

const fileIn = (stateFolder: string): string => join(stateFolder, 'audit-signing-key');

/** The secret of `AUDIT_SIGNING_KEY`, else the one in the state folder; undefined when there is neither. */
export const keptSigningKey = (
  secret: string | undefined,
  stateFolder: string,
): SigningKey | undefined => {
  if (secret) return signingKeyOf(secret);
  const file = fileIn(stateFolder);
  return existsSync(file) ? signingKeyOf(readFileSync(file, 'utf8').trim()) : undefined;
};

/** The same; a clinic's first start makes the file. */
export const signingKey = (secret: string | undefined, stateFolder: string): SigningKey => {
  const kept = keptSigningKey(secret, stateFolder);
  if (kept) return kept;
  mkdirSync(stateFolder, { recursive: true });
  try {
    writeFileSync(fileIn(stateFolder), `${randomBytes(32).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    // Another process of this clinic made it at this moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return signingKey(secret, stateFolder);
};
