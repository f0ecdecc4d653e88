/** Encrypts what the browser keeps for us (AES-256-GCM by JWE): readable and changeable by this server only. */
import { createHash } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';

const keyOf = (secret: string): Uint8Array =>
  createHash('sha256').update(`enamel-portal-session\0${secret}`).digest();

/** @param lifetime in seconds. */
export const seal = (
  content: Record<string, unknown>,
  secret: string,
  lifetime: number,
): Promise<string> =>
  new EncryptJWT({ content })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(new Date(Date.now() + lifetime * 1000))
    .encrypt(keyOf(secret));

/** What was sealed; undefined when it is foreign, altered or over its time. */
export const unseal = async (sealed: string, secret: string): Promise<unknown> => {
  try {
    const { payload } = await jwtDecrypt(sealed, keyOf(secret), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return payload.content;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};
