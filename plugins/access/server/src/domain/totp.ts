/** One-time codes by time, RFC 6238: SHA-1, six digits, a step of 30 seconds, as every authenticator app reads them. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;
/** RFC 4226 asks for at least 128 bits and recommends 160. */
export const secretBytes = 20;

export const stepAt = (epochMilliseconds: number): number =>
  Math.floor(epochMilliseconds / 1000 / stepSeconds);

export const codeAt = (secret: Uint8Array, step: number, length = digits): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, '0');
};

const same = (code: string, typed: string): boolean =>
  /^\d{6}$/.test(typed) && timingSafeEqual(Buffer.from(code), Buffer.from(typed));

/**
 * The step whose code this is: now, the one before or the one after, for clocks differ. Steps up to `used` have had
 * their turn and count no more.
 */
export const stepOfCode = (
  secret: Uint8Array,
  code: string,
  now: number,
  used: number,
): number | undefined =>
  [now - 1, now, now + 1].find((step) => same(codeAt(secret, step), code) && step > used);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 of RFC 4648 without padding, as apps want a key typed by hand. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};

/** The address that an authenticator app reads from a picture. */
export const keyAddress = (secret: Uint8Array, clinic: string, account: string): string => {
  const issuer = clinic.replaceAll(':', ' ');
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
};
