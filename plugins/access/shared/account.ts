import { z } from '@enamel/kernel';

export const line = (maximum: number) =>
  z.string().trim().min(1, 'Please fill this in.').max(maximum);

/**
 * A name as a stranger may write it into records and into the clinic's own mails: one line, no web address, no marks
 * that a mail or a page would read as its own, none that nobody sees and no full stop of another script.
 */
export const personName = (maximum: number) =>
  z
    .string()
    .normalize('NFKC')
    .pipe(line(maximum))
    .refine(
      (text) =>
        !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u06d4\u0701\u0702\u3002\ua4f8\ua60e<>{}\\/@:]|www\.|\.\p{L}{2}/iu.test(
          text,
        ),
      'Please write the name alone, without web addresses.',
    );
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()./-]{6,24}$/, 'Please enter a phone number, such as +40 721 234 567.');

export const languages = ['en', 'ro'] as const;

/** What a password must be is the server's to say, with the person in view. */
export const newPassword = z
  .string()
  .min(1, 'Please choose a password.')
  .max(200, 'Please use fewer characters.');

export const registration = z.strictObject({
  firstName: personName(80),
  lastName: personName(80),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .pipe(z.email('Please enter an e-mail address, such as ana@example.com.')),
  password: newPassword,
  mobileNumber: phone.optional(),
  /** `YYYY-MM-DD`. */
  dateOfBirth: z.iso.date('Please enter a date.').optional(),
  language: z.enum(languages),
});

export const profileChanges = z.strictObject({
  mobileNumber: phone.nullable().optional(),
  preferredLanguage: z.enum(languages).optional(),
  emailReminders: z.boolean().optional(),
  smsReminders: z.boolean().optional(),
});

export type Registration = z.infer<typeof registration>;
export type ProfileChanges = z.infer<typeof profileChanges>;

/** A patient's own profile. */
export interface Profile {
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly mobileNumber: string | null;
  readonly dateOfBirth: string | null;
  readonly preferredLanguage: string | null;
  readonly emailReminders: boolean;
  readonly smsReminders: boolean;
}
