import { record } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import type { PatientMatch } from '../../../shared/calendar.ts';
import { findPatients } from '../store/patient-search.ts';

const dates: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([, year, month, day]) => `${year}-${month}-${day}`],
  [
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/,
    ([, day, month, year]) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
  ],
];

/** The date of birth that was typed, as `1980-02-29` or `29.2.1980`; null when it is something else. */
const bornOn = (typed: string): string | null => {
  for (const [pattern, written] of dates) {
    const match = pattern.exec(typed);
    const date = match && written(match);
    if (date && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)) return date;
  }
  return null;
};

const isPhone = (typed: string): boolean => /^[+\d][\d\s().-]{2,}$/.test(typed);

/** Patients by name, phone, e-mail or date of birth. Nothing for fewer than two characters. */
export const searchPatients = async (
  strapi: Core.Strapi,
  typed: string,
): Promise<PatientMatch[]> => {
  if (typed.length < 2) return [];
  const born = bornOn(typed);
  // A national number and its international form share all but the first digits.
  const words = isPhone(typed)
    ? [typed.replace(/\D/g, '').replace(/^(00)?(40|0)(?=\d{5})/, '')]
    : typed.split(/\s+/).map((word) => word.replace(/[\\%_]/g, '\\$&'));
  const found = await findPatients(strapi.db.connection, words, born);
  await record(strapi, undefined, {
    action: 'list',
    subject: 'patient',
    patients: found.map(({ documentId }) => documentId),
    detail: { count: found.length },
  });
  return found;
};
