/** Identity and access as the other plugins' servers see them. */
export { guestPerson } from '../../shared/guests.ts';
export { normaliseEmail, normalisePhone } from './domain/contact.ts';
export { counterOf } from './domain/limits.ts';
export type { Schedule, Scope } from './domain/scope.ts';
export { mailSent, mailToSend } from './services/account-mail.ts';
export { codeSent, codeToSend } from './services/guest-codes.ts';
export { type Guest, verifiedGuest } from './services/guest-pass.ts';
export { guestKey, patientOfGuest } from './services/guest-patient.ts';
export { issueLink, type Link, type LinkPurpose, openLink, spendLink } from './services/links.ts';
export { isStaff, signedInPatient } from './services/patient.ts';
export { visitingAccount } from './services/patient-strategy.ts';
export { demandPatient, demandPlace, scopeOf, worksAt } from './services/scope.ts';
export { staffScope } from './services/staff-strategy.ts';
export { patientInScope } from './store/scope.ts';
export { practitionerOf } from './store/self.ts';
