import { findByField, record } from '@enamel/audit';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PatientRow } from '../../../shared/patients.ts';
import { asksForSomebody, type PatientQuery, patientQuery } from '../domain/patient-query.ts';
import { patientRowsOf, searchPatientRows } from '../store/patient-pages.ts';
import type { Seen } from '../store/patient-search.ts';
import { patientInScope } from '../store/scope.ts';
import { scopeOf } from './scope.ts';

export const mostFound = 20;

/** Puts on the trail whom a list showed. */
export const tell = (strapi: Core.Strapi, found: readonly { readonly documentId: string }[]) =>
  record(strapi, undefined, {
    action: 'list',
    subject: 'patient',
    patients: found.map(({ documentId }) => documentId),
    detail: { count: found.length },
  });

/** The patients whom the request's member of staff may know of, as a condition. */
export const seenNow = async (strapi: Core.Strapi): Promise<Seen> => {
  const scope = await scopeOf(strapi);
  return (patient) => patientInScope(scope, patient);
};

/** What was typed to find a patient, read at the clinic's today. */
export const askedFor = (strapi: Core.Strapi, typed: string): PatientQuery =>
  patientQuery(typed, clockOf(strapi).now().toZonedDateTimeISO('UTC').year);

const numbers = ['nationalId', 'insuranceNumber'] as const;

interface Ability {
  can(action: string, subject: string, field: string): boolean;
}

/** Document ids of those who have this number, among the numbers that the member of staff may read. */
const withNumber = async (strapi: Core.Strapi, typed: string): Promise<string[]> => {
  const number = typed.replace(/[\s.-]/g, '');
  if (!/^(?=.*\d)[\p{L}\d/]{5,40}$/u.test(number)) return [];
  const ability = strapi.requestContext.get()?.state.userAbility as Ability | undefined;
  const found = await Promise.all(
    numbers
      .filter((field) =>
        ability?.can('plugin::content-manager.explorer.read', 'api::patient.patient', field),
      )
      .map((field) => findByField(strapi.db.connection, 'patient', field, number)),
  );
  return [...new Set(found.flat())];
};

/** The one search for patients: the first twenty who fit what was typed, best first. */
export const lookFor = async (
  strapi: Core.Strapi,
  typed: string,
): Promise<(PatientRow & { readonly guessed: boolean })[]> => {
  const now = clockOf(strapi).now().toString();
  const numbered = await withNumber(strapi, typed);
  if (numbered.length > 0) {
    const found = await patientRowsOf(strapi.db.connection, numbered, {
      now,
      seen: await seenNow(strapi),
    });
    if (found.length > 0) {
      await tell(strapi, found);
      return found;
    }
  }
  const query = askedFor(strapi, typed);
  if (!asksForSomebody(query)) return [];
  const found = await searchPatientRows(strapi.db.connection, query, {
    limit: mostFound,
    now,
    seen: await seenNow(strapi),
  });
  await tell(strapi, found);
  return found;
};
