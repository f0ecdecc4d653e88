import { z } from '@enamel/kernel';
import { languages, newPassword } from './account.ts';

const language = z.enum(languages);
const token = z.string().min(1, 'is needed').max(100, 'is not a link');

/** `POST /api/access/password/forgot` */
export const forgottenPassword = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .pipe(z.email('Please enter an e-mail address, such as ana@example.com.')),
  language,
});

/** `POST /api/access/password/reset` */
export const passwordByLink = z.strictObject({
  token,
  password: newPassword,
  language,
  /** The token of a browser that somebody was signed in from before. */
  device: z.string().max(4000).optional(),
});

/** `POST /api/access/password` */
export const passwordChange = z.strictObject({
  current: z.string().min(1, 'Please enter your password.').max(200),
  password: newPassword,
  language,
});

/** `POST /api/access/confirmation` and `POST /api/access/confirmation/proof` */
export const confirmationWish = z.strictObject({ language });
export const confirmationProof = z.strictObject({
  token,
  /** Needed without a session of the account. */
  password: z.string().max(200).optional(),
});

export const sessionParams = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) });
