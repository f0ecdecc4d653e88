/** Second factors as clients of either kind read and send them. */
import { z } from '@enamel/kernel';

export interface Factor {
  readonly id: string;
  readonly name: string | null;
  readonly madeAt: string;
  readonly usedAt: string | null;
}

export interface Factors {
  readonly totp: Factor | null;
  readonly passkeys: readonly Factor[];
  /** How many are left. */
  readonly recoveryCodes: number;
}

/** A key for an authenticator app on its way to being set up. */
export interface TotpSetUp {
  /** Sent back with the first code. */
  readonly setUp: string;
  readonly until: string;
  /** To type by hand, base 32. */
  readonly key: string;
  /** `otpauth://…`, as the picture says it. */
  readonly address: string;
  /** A square of `size` units and the path of its dark parts. */
  readonly picture: { readonly size: number; readonly path: string };
}

/** `details` of 401 SECOND_FACTOR_NEEDED. */
export interface Challenge {
  readonly challenge: string;
  readonly ways: readonly ('totp' | 'passkey' | 'recovery-code')[];
  readonly until: string;
}

const paper = z.string().min(1, 'is needed').max(4000, 'is not of ours');
const code = z.string().trim().min(1, 'Please enter the code.').max(40, 'This is no code.');
const password = z.string().min(1, 'Please enter your password.').max(200);

const base64 = z.string().min(1).max(20_000);

/** What a browser's `PublicKeyCredential.toJSON()` gives, as far as it is looked at. */
const credential = <T extends z.ZodRawShape>(response: T) =>
  z.object({
    id: base64,
    rawId: base64,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: base64, ...response }),
    clientExtensionResults: z.object({}),
  });
const signature = credential({ authenticatorData: base64, signature: base64 });
const newCredential = credential({
  attestationObject: base64,
  transports: z
    .array(z.string().regex(/^[a-z-]{1,20}$/))
    .max(10)
    .default([]),
});

export const codeAnswer = z.strictObject({
  challenge: paper,
  way: z.enum(['totp', 'recovery-code']),
  code: code.transform((text) => text.replace(/[\s-]/g, '')),
});
export const passkeyWish = z.strictObject({ challenge: paper.optional() });
export const passkeyAnswer = z.strictObject({ ceremony: paper, answer: signature });

/** What a client calls its device, and the token by which a browser is known again. */
export const whichDevice = {
  deviceId: z.string().max(100).optional(),
  device: z.string().max(4000).optional(),
};

/** `POST /api/auth/local` */
export const patientCredentials = z.object({
  identifier: z.string('is needed').trim().min(1, 'is needed').max(254, 'is too long'),
  password: z.string('is needed').min(1, 'is needed').max(200, 'is too long'),
  ...whichDevice,
});

/** What changes factors asks for the password again. */
export const passwordAgain = z.strictObject({ password });
export const totpSetUp = z.strictObject({ setUp: paper });
export const totpConfirmation = totpSetUp.extend({
  code: code.transform((text) => text.replace(/[\s-]/g, '')),
});
export const passkeyRegistration = z.strictObject({
  ceremony: paper,
  answer: newCredential,
  name: z.string().trim().min(1, 'Please give it a name.').max(60, 'Please use a shorter name.'),
});
/** Why somebody clears the factors of somebody else. */
export const factorReset = z.strictObject({
  reason: z
    .string('is needed')
    .trim()
    .min(10, 'Please write at least 10 characters.')
    .max(300, 'Please use at most 300 characters.'),
});
export const factorParams = z.strictObject({ id: z.string().regex(/^[\da-f]{24}$/) });

export type CodeAnswer = z.infer<typeof codeAnswer>;
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;
export type PasskeyRegistration = z.infer<typeof passkeyRegistration>;
