/** Mails to members of staff about their account; the words are the carrier's. */
export type StaffMailKind =
  | 'staff-invitation'
  | 'staff-new-password'
  | 'staff-password-changed'
  | 'staff-email-changed'
  | 'staff-second-step-changed'
  | 'staff-second-step-reset';

export type StaffLinkPurpose = 'invitation' | 'new-password';

export const staffLinkHours: Readonly<Record<StaffLinkPurpose, number>> = {
  invitation: 72,
  'new-password': 1,
};

/** The link that a mail carries; null for one that only tells. */
export const staffLinkOf: Readonly<Record<StaffMailKind, StaffLinkPurpose | null>> = {
  'staff-invitation': 'invitation',
  'staff-new-password': 'new-password',
  'staff-password-changed': null,
  'staff-email-changed': null,
  'staff-second-step-changed': null,
  'staff-second-step-reset': null,
};

export const isStaffMail = (kind: string): kind is StaffMailKind => kind in staffLinkOf;

/** @param wanted what they chose in the panel, in any spelling of a locale */
export const staffLanguage = (wanted: string | null, usual: string): 'en' | 'ro' => {
  const short = (wanted || usual).slice(0, 2);
  return short === 'ro' ? 'ro' : 'en';
};
