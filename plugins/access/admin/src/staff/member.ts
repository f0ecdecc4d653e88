import type { StaffMember } from '../../../shared/staff.ts';

export const nameOf = ({ firstname, lastname, email }: StaffMember): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;
