/** Identity and access as the other plugins' servers see them. */
export { guestPerson } from '../../shared/guests.ts';
export { normaliseEmail, normalisePhone } from './domain/contact.ts';
export { type FileKind, kinds as fileKinds } from './domain/file-content.ts';
export { counterOf } from './domain/limits.ts';
export type { PatientQuery } from './domain/patient-query.ts';
export type { Schedule, Scope } from './domain/scope.ts';
export { mailSent, mailToSend } from './services/account-mail.ts';
export { demandFields, type FieldRight, fieldRight } from './services/field-rights.ts';
export { admitStaff, demandPass, type FilePass, filePass, passFor } from './services/file-pass.ts';
export { codeSent, codeToSend } from './services/guest-codes.ts';
export { type Guest, verifiedGuest } from './services/guest-pass.ts';
export { countGuestBooking, guestKey, patientOfGuest } from './services/guest-patient.ts';
export { issueLink, type Link, type LinkPurpose, openLink, spendLink } from './services/links.ts';
export { noticeSent, noticeToSend } from './services/notices.ts';
export { demandOwnNote } from './services/own-notes.ts';
export { confirmedPatient, isStaff, signedInPatient } from './services/patient.ts';
export { askedFor, lookFor } from './services/patient-search.ts';
export { visitingAccount } from './services/patient-strategy.ts';
export { type ReceivedFile, receivedFile } from './services/received-file.ts';
export {
  demandPatient,
  demandPlace,
  homePlace,
  scopeOf,
  scopeOfStaff,
  worksAt,
  worksEverywhere,
} from './services/scope.ts';
export { staffScope } from './services/staff-strategy.ts';
export { patientIds } from './store/merging/merges.ts';
export { fitting } from './store/patient-search.ts';
export {
  patientInScope,
  patientsInScope,
  placeInScope,
  visitHereInScope,
  visitInScope,
} from './store/scope.ts';
export { scopeTable } from './store/scoped-records.ts';
export { practitionerOf } from './store/self.ts';
