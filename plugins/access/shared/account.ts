import { z } from '@enamel/kernel';

export const line = (maximum: number) =>
  z.string().trim().min(1, 'Please fill this in.').max(maximum);
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
  firstName: line(80),
  lastName: line(80),
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
