/** Secrets of guests and of who signs in: sealed with AES-256-GCM or kept as a digest, each for one purpose only. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@enamel/config';

export type Purpose =
  | 'guest-code'
  | 'guest-pass'
  | 'guest-recipient'
  | 'guest-caller'
  | 'account-mail'
  | 'account-recipient'
  | 'attempt'
  | 'factor-key'
  | 'factor-set-up'
  | 'file-holder'
  | 'file-pass'
  | 'known-device'
  | 'panel-session'
  | 'passkey'
  | 'recovery-code'
  | 'sign-in-challenge';

const keyOf = (purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', env().LINK_SECRET, '', `enamel ${purpose}`, 32));

export const digest = (purpose: Purpose, text: string): Buffer =>
  createHmac('sha256', keyOf(purpose)).update(text).digest();

export const seal = (purpose: Purpose, content: unknown): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
};

/** What was sealed; undefined when it was not, or not for this purpose. */
export const unseal = (purpose: Purpose, sealed: Buffer): unknown => {
  try {
    const nonce = sealed.subarray(0, 12);
    const cipher = createDecipheriv('aes-256-gcm', keyOf(purpose), nonce, { authTagLength: 16 });
    cipher.setAuthTag(sealed.subarray(12, 28));
    const text = Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch {
    // Foreign, altered or cut short: all the same to whoever asks.
    return undefined;
  }
};
