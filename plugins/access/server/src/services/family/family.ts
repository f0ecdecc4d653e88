import { record } from '@enamel/audit';
import { conflict, invalid, missing } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { Family, NewRelation, Relation, RelationKind } from '../../../../shared/family.ts';
import { isMinor, lastMinorDay } from '../../domain/family/minors.ts';
import {
  addRelation,
  confirmRelation,
  housematesOf,
  type Person,
  personOf,
  type RelationRow,
  relationsOf,
  removeRelation,
} from '../../store/family/family.ts';
import { seenNow } from '../patient-search.ts';
import { demandPatient } from '../scope.ts';
import { consentToday } from './rights.ts';

type Runner = Parameters<typeof personOf>[0];

const known = async (on: Runner, documentId: string): Promise<Person> => {
  const person = await personOf(on, documentId);
  if (!person || person.archived) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  return person;
};

const kindOf = ({ kind, reversed }: RelationRow): RelationKind => {
  if (kind === 'guardian') return reversed ? 'ward' : 'guardian';
  if (kind === 'payer') return reversed ? 'paid-for' : 'payer';
  return 'family';
};

/** Who belongs to a patient, seen from them, and who shares a number or an address with them. */
export const familyOf = async (strapi: Core.Strapi, documentId: string): Promise<Family> => {
  await demandPatient(strapi, documentId);
  const on = strapi.db.connection;
  const patient = await known(on, documentId);
  const seen = await seenNow(strapi);
  const [{ age, today }, rows, housemates] = await Promise.all([
    consentToday(strapi, on),
    relationsOf(on, patient.id, seen),
    housematesOf(on, patient.id, seen),
  ]);
  const relations = rows.map((row): Relation => {
    const kind = kindOf(row);
    const minor = kind === 'ward' ? row.dateOfBirth : patient.dateOfBirth;
    const guards = kind === 'ward' || kind === 'guardian';
    const { id, mayBook, confirmed, firstName, lastName, dateOfBirth } = row;
    return {
      id,
      kind,
      relative: { documentId: row.documentId, firstName, lastName, dateOfBirth },
      mayBook,
      confirmed,
      holds: !guards || isMinor(minor, age, today),
      until: guards && minor ? lastMinorDay(minor, age) : null,
    };
  });
  const related = new Set(relations.map(({ relative }) => relative.documentId));
  const strangers = housemates.filter((mate) => !related.has(mate.documentId));
  await record(strapi, undefined, {
    action: 'read',
    subject: 'family',
    subjectId: documentId,
    patients: [documentId, ...related, ...strangers.map((mate) => mate.documentId)],
  });
  return {
    relations,
    housemates: strangers,
    consentAge: age,
    minor: isMinor(patient.dateOfBirth, age, today),
  };
};

const refuse = (code: string, message: string) =>
  invalid(code, message, { fields: [{ field: 'relative', message }] });

const checkGuardian = async (strapi: Core.Strapi, on: Runner, minor: Person, guardian: Person) => {
  const { age, today } = await consentToday(strapi, on);
  if (minor.dateOfBirth === null)
    throw refuse('BIRTH_DATE_NEEDED', 'The birth date of the minor must be known first.');
  if (!isMinor(minor.dateOfBirth, age, today))
    throw refuse('NOT_A_MINOR', 'This patient is old enough to decide for themselves.');
  if (isMinor(guardian.dateOfBirth, age, today))
    throw refuse('GUARDIAN_TOO_YOUNG', 'A guardian cannot be a minor.');
};

const tell = (
  strapi: Core.Strapi,
  trx: Transaction,
  action: string,
  people: string[],
  kind: string,
) =>
  record(strapi, trx, {
    action: `family.${action}`,
    subject: 'patient',
    subjectId: people[0],
    patients: people,
    detail: { kind },
  });

const payFor = async (strapi: Core.Strapi, patient: string, payer: string | null) => {
  await strapi
    .documents('api::patient.patient')
    .update({ documentId: patient, data: { guarantor: payer } as never });
};

/** @throws 404 PATIENT_NOT_FOUND, 409 RELATED_ALREADY, 400 for a guardian who cannot be one */
export const relate = async (
  strapi: Core.Strapi,
  documentId: string,
  { relative: other, kind, mayBook, confirmed }: NewRelation,
): Promise<void> => {
  await demandPatient(strapi, documentId, other);
  await transaction(strapi, async (trx) => {
    const patient = await known(trx, documentId);
    const relative = await known(trx, other);
    if (patient.id === relative.id) throw refuse('ONE_PATIENT', 'Nobody is their own relative.');
    if (kind === 'payer') return payFor(strapi, documentId, other);
    const [one, two] = kind === 'ward' ? [relative, patient] : [patient, relative];
    if (kind !== 'family') await checkGuardian(strapi, trx, one, two);
    const added = await addRelation(trx, {
      id: createId(),
      patient: one.id,
      relative: two.id,
      kind: kind === 'family' ? 'family' : 'guardian',
      mayBook: kind === 'family' && mayBook,
      at: clockOf(strapi).now().toString(),
      by: currentActor(strapi).id,
      confirmed,
    });
    if (!added)
      throw conflict(
        'RELATED_ALREADY',
        'These two are related already. Remove that relation first.',
      );
    await tell(strapi, trx, 'added', [documentId, other], kind);
  });
};

const noRelation = () => missing('RELATION_NOT_FOUND', 'There is no such relation.');

/** The same act on a relation of a patient, told to the trail. @throws 404 */
const change = async (
  strapi: Core.Strapi,
  documentId: string,
  id: string,
  action: string,
  act: (trx: Transaction, patient: Person) => Promise<boolean>,
): Promise<void> => {
  await demandPatient(strapi, documentId);
  const seen = await seenNow(strapi);
  await transaction(strapi, async (trx) => {
    const patient = await known(trx, documentId);
    const relation = (await relationsOf(trx, patient.id, seen)).find((row) => row.id === id);
    if (!relation || !(await act(trx, patient))) throw noRelation();
    await tell(strapi, trx, action, [documentId, relation.documentId], relation.kind);
  });
};

export const confirm = (strapi: Core.Strapi, documentId: string, id: string): Promise<void> =>
  change(strapi, documentId, id, 'confirmed', (trx, { id: patient }) =>
    confirmRelation(trx, id, patient, {
      at: clockOf(strapi).now().toString(),
      by: currentActor(strapi).id,
    }),
  );

export const unrelate = async (
  strapi: Core.Strapi,
  documentId: string,
  id: string,
): Promise<void> => {
  if (id === 'payer') {
    await demandPatient(strapi, documentId);
    await known(strapi.db.connection, documentId);
    return payFor(strapi, documentId, null);
  }
  return change(
    strapi,
    documentId,
    id,
    'removed',
    async (trx, { id: patient }) => (await removeRelation(trx, id, patient)) !== undefined,
  );
};
