import { z } from '@enamel/kernel';
import { languages, personName, phone } from './account.ts';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Please enter an e-mail address, such as ana@example.com.'));

/** `POST /api/access/guest/codes`: exactly one of the two addresses. */
export const codeWish = z
  .strictObject({
    email: email.optional(),
    mobileNumber: phone.optional(),
    language: z.enum(languages),
  })
  .refine((wish) => (wish.email === undefined) !== (wish.mobileNumber === undefined), {
    path: ['email'],
    message: 'Please give either an e-mail address or a mobile number.',
  });

/** `POST /api/access/guest/verify` */
export const codeProof = z.strictObject({
  request: z.string().min(1, 'is needed').max(64, 'is not a request'),
  code: z
    .string('is needed')
    .transform((value) => value.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Please enter the six digits of the code.')),
});

/** Who a guest says to be; the address is the one that was verified. */
export const guestPerson = z.strictObject({
  firstName: personName(80),
  lastName: personName(80),
  /** `YYYY-MM-DD`. */
  dateOfBirth: z.iso.date('Please enter a date.'),
  /** The other address, which nobody verified. */
  email: email.optional(),
  mobileNumber: phone.optional(),
  language: z.enum(languages),
});

export type CodeWish = z.infer<typeof codeWish>;
export type GuestPerson = z.infer<typeof guestPerson>;

/** Answer of `GET /api/access/guest`: by which ways a code can be sent. */
export interface GuestChannels {
  readonly email: boolean;
  readonly mobileNumber: boolean;
}

/** Answer of a wish for a code, the same whether or not the clinic knows the address. */
export interface CodeSent {
  readonly request: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** Answer of a right code. */
export interface GuestPass {
  /** Goes into `Authorization: Guest <token>`. */
  readonly token: string;
  readonly expiresAt: string;
}
