import { patientsWithin } from '@enamel/audit';
import { forbidden, missing } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import { otherPeople, patientNoun, patientNouns } from '../domain/patient-nouns.ts';
import { hiddenAmong, outOfScope, scopedIds } from '../store/scoped-records.ts';
import { keepingPlaces } from './keep-places.ts';
import { demandLastingPatient, homePlace, isBound, scopeOf } from './scope.ts';

interface Event {
  readonly model: { readonly uid: string };
  readonly params?: { where?: unknown };
}

/** Whatever Strapi reads or writes for a member of staff, by its panel, its REST API or for our own code, is in scope. */
export const scopeQueries = (strapi: Core.Strapi): void => {
  const narrow = async ({ model, params }: Event) => {
    if (!params) return;
    const scope = await scopeOf(strapi);
    if (!isBound(scope)) return;
    const own = { id: { $in: scopedIds(strapi, scope, model.uid) } };
    params.where = params.where ? { $and: [params.where, own] } : own;
  };
  strapi.db.lifecycles.subscribe({
    models: [...patientNouns],
    beforeFindOne: narrow,
    beforeFindMany: narrow,
    beforeCount: narrow,
    beforeUpdate: narrow,
    beforeUpdateMany: narrow,
    beforeDelete: narrow,
    beforeDeleteMany: narrow,
  } as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
};

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Row = Record<string, unknown>;
type Attributes = Parameters<typeof otherPeople>[1];

const numbersIn = (value: unknown): number[] => {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [value] : [];
  if (typeof value === 'string') return /^\d{1,9}$/.test(value) ? [Number(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { id, connect, set } = value as Row;
  return [id, connect, set].flatMap(numbersIn);
};

const textsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { documentId, connect, set } = value as Row;
  return [documentId, connect, set].flatMap(textsIn);
};

/** Nobody draws a record into their scope by writing that it is theirs. */
const demandOwnRelations = async (
  strapi: Core.Strapi,
  attributes: Attributes,
  data: Row,
): Promise<void> => {
  const scope = await scopeOf(strapi);
  if (!isBound(scope)) return;
  for (const [name, { target }] of Object.entries(attributes)) {
    if (!target || data[name] === undefined) continue;
    const isPlace = target === 'api::location.location';
    if (!isPlace && !patientNouns.includes(target)) continue;
    const hidden = await hiddenAmong(strapi, scope, textsIn(data[name]), { places: isPlace });
    const numbers = numbersIn(data[name]);
    const foreign = isPlace
      ? !scope.everywhere &&
        scope.places !== null &&
        numbers.some((id) => !(scope.places ?? []).some((place) => place.id === id))
      : numbers.length > 0 && (await outOfScope(strapi, scope, target, numbers)).size > 0;
    if (hidden.size > 0 || foreign)
      throw missing('RECORD_NOT_FOUND', `There is no such record for ${name}.`, {
        fields: [{ field: name, message: 'is not known' }],
      });
  }
};

/** The panel sends a relation that nobody touched as empty lists. */
const leavesAsIs = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    Object.entries(value).length > 0 &&
    Object.entries(value).every(
      ([name, part]) =>
        ['connect', 'disconnect'].includes(name) && Array.isArray(part) && part.length === 0,
    ));

/** A record belongs to the place where it was made, unless it says another. */
const giveHome = async (strapi: Core.Strapi, data: Row): Promise<void> => {
  const home = await homePlace(strapi);
  if (home && !data.location) data.location = { documentId: home };
};

const hideOthers = async (strapi: Core.Strapi, names: readonly string[], rows: readonly Row[]) => {
  const people = rows.flatMap((row) => names.flatMap((name) => row[name] ?? [])) as Row[];
  const ids = people.map(({ id }) => id).filter((id) => typeof id === 'number');
  if (ids.length === 0) return;
  const scope = await scopeOf(strapi);
  if (!isBound(scope)) return;
  const hidden = await outOfScope(strapi, scope, patientNoun, ids);
  const isHidden = (person: unknown) => hidden.has(Number((person as Row | null)?.id));
  for (const row of rows)
    for (const name of names) {
      const value = row[name];
      if (Array.isArray(value)) row[name] = value.filter((person) => !isHidden(person));
      else if (isHidden(value)) row[name] = null;
    }
};

const attributesOf = (strapi: Core.Strapi) => (uid: string) =>
  (strapi.getModel(uid as UID.ContentType)?.attributes ?? {}) as Attributes;

const writes = new Set(['create', 'update']);

/**
 * Nobody writes a record out of their own sight, such as a patient whom they do not treat: what Strapi cannot read back
 * after the commit brings its process down.
 */
const keepInSight = <T>(strapi: Core.Strapi, action: string, write: () => T): Promise<Awaited<T>> =>
  strapi.db.transaction(async () => {
    const result = await write();
    if (result !== null) return result;
    throw action === 'create'
      ? forbidden('OUT_OF_SIGHT', 'You could not see this record. Ask a colleague who may.')
      : missing('RECORD_NOT_FOUND', 'There is no such record, or you could not see it any more.');
  }) as Promise<Awaited<T>>;

/**
 * The Document Service on behalf of staff: relations written are in scope, what is of a place is written there, and an
 * answer names no other patients.
 */
export const scopeDocuments =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    const { data } = call.params as { data?: Row };
    if (data) {
      await demandOwnRelations(strapi, call.contentType.attributes as Attributes, data);
      if (call.uid === patientNoun && call.action === 'create') await giveHome(strapi, data);
      const { documentId } = call.params as { documentId?: string };
      if (call.uid === patientNoun && documentId && !leavesAsIs(data.location))
        await demandLastingPatient(strapi, documentId);
    }
    const guarded =
      patientNouns.includes(call.uid) && writes.has(call.action) && isBound(await scopeOf(strapi));
    const result = await (guarded
      ? keepInSight(strapi, call.action, next)
      : keepingPlaces(strapi, call, next));
    const others = otherPeople(
      patientNoun,
      strapi.contentTypes['api::patient.patient'].attributes as Attributes,
    );
    if (patientNouns.includes(call.uid)) {
      // Deleting answers with what was deleted.
      const { entries = result } = (result ?? {}) as { entries?: unknown };
      await hideOthers(
        strapi,
        others,
        patientsWithin<Row>(entries, call.uid, attributesOf(strapi)),
      );
    }
    return result;
  };
