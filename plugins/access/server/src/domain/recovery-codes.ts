/** Codes for the day the phone is lost: ten, each good once, fifty bits each. */
export const recoveryCodeCount = 10;
/** Bytes of chance that a code is made of. */
export const recoveryCodeBytes = 10;

/** No letter or digit that looks like another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `4f7ka-m2x9q` from {@link recoveryCodeBytes} bytes. */
export const recoveryCode = (chance: Uint8Array): string => {
  const letters = [...chance].map((byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
};

/** What a person typed, as it was made: case, dashes and spaces do not count, and o, i and l stand for 0 and 1. */
export const plainRecoveryCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
