/** Identity and access as the other plugins' servers see them. */
export { counterOf } from './domain/limits.ts';
export { issueLink, type Link, type LinkPurpose, openLink, spendLink } from './services/links.ts';
export { isStaff, signedInPatient } from './services/patient.ts';
