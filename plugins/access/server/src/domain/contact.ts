/** Addresses as channels want them. */

/** Trimmed, with the domain in lower case; undefined when it cannot be an e-mail address. */
export const normaliseEmail = (typed: string | null | undefined): string | undefined => {
  const match = /^([^\s@<>"(),:;[\]\\]{1,64})@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(
    typed?.trim() ?? '',
  );
  return match ? `${match[1]}@${match[2]?.toLowerCase()}` : undefined;
};

/** Country calling codes of the zones a clinic may sit in. */
const callingCodes: Record<string, string> = {
  'Europe/Bucharest': '40',
  'Europe/Chisinau': '373',
  'Europe/Budapest': '36',
  'Europe/Sofia': '359',
  'Europe/Vienna': '43',
  'Europe/Berlin': '49',
  'Europe/Paris': '33',
  'Europe/Madrid': '34',
  'Europe/London': '44',
  'Europe/Dublin': '353',
};

/** Countries whose national numbers keep their leading digits (no trunk zero). */
const withoutTrunkZero = new Set(['34']);

/**
 * E.164, such as `+40722123456`. A number without a country is read as one of the zone's country. Undefined when it
 * cannot be a phone number.
 */
export const normalisePhone = (
  typed: string | null | undefined,
  zone: string,
): string | undefined => {
  const bare = (typed ?? '').trim().replaceAll(/[\s().\-/]/g, '');
  const international = bare.replace(/^00/, '+');
  const code = callingCodes[zone];
  const national = () => {
    if (code === undefined || !/^\d+$/.test(international)) return international;
    if (withoutTrunkZero.has(code)) return `+${code}${international}`;
    return international.startsWith('0') ? `+${code}${international.slice(1)}` : international;
  };
  const number = international.startsWith('+') ? international : national();
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : undefined;
};
