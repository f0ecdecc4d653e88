import { z } from '@enamel/kernel';

/** The header in which the panel repeats the {@link panelCookie}: a page of another site can read neither. */
export const panelHeader = 'x-enamel-panel';
export const panelCookie = 'enamel_panel';

/** `POST /access/lock/open` */
export const unlocking = z.strictObject({
  password: z.string().min(1, 'Please enter your password.').max(200),
});

/** What the code of an answer says while a session is locked. */
export const lockedCode = 'SESSION_LOCKED';

/** The same before a second factor is set up that the clinic asks for. */
export const factorMissingCode = 'SECOND_FACTOR_MISSING';

export interface LockState {
  readonly locked: boolean;
  /** After how many minutes without use the panel locks; 0 for never. */
  readonly minutes: number;
  /** Whose session it is. */
  readonly name: string;
  readonly email: string;
  /** Whether a passkey opens it too. */
  readonly passkey: boolean;
}
