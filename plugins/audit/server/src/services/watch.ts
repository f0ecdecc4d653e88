import { currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';
import { changesOf } from '../domain/changes.ts';
import { nounOf, patientNouns, patientsWithin } from '../domain/patients.ts';
import { patientsOf } from '../store/patients-of.ts';
import { pointedTo, pointersAmong } from '../store/pointers.ts';
import { record } from './record.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Call = Parameters<Middleware>[0];
type Row = Record<string, unknown> & { id: number; documentId: string };

const patientNoun = 'api::patient.patient';

const seen = new WeakMap<object, Set<string>>();

/** One look at the same thing within a request is one entry. */
const isNew = (strapi: Core.Strapi, key: string): boolean => {
  const context = strapi.requestContext.get();
  if (!context) return true;
  const keys = seen.get(context) ?? new Set();
  seen.set(context, keys);
  if (keys.has(key)) return false;
  keys.add(key);
  return true;
};

const documentIdOf = (call: Call) => (call.params as { documentId?: string }).documentId;

/** The patients whom an answer names. */
const namedIn = (strapi: Core.Strapi, uid: string, answer: readonly Row[]): string[] => {
  const attributesOf = (noun: string) =>
    (strapi.getModel(noun as UID.ContentType)?.attributes ?? {}) as Record<
      string,
      { target?: string }
    >;
  return patientsWithin<Row>(answer, uid, attributesOf).flatMap(
    ({ documentId }) => documentId ?? [],
  );
};

/** The patients whom an answer names, and those whose its records are, named or not. */
const patientsOfRead = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: UID.ContentType,
  found: readonly Row[],
): Promise<string[]> => {
  const owners =
    found.length > 0
      ? await patientsOf(
          strapi,
          trx,
          uid,
          found.map(({ id }) => id),
        )
      : [];
  return [...new Set([...owners, ...namedIn(strapi, uid, found)])];
};

const watchRead = async (strapi: Core.Strapi, call: Call, result: unknown) => {
  // Jobs of our own look at records without showing them to anybody.
  if (currentActor(strapi).kind === 'system') return;
  const found = (Array.isArray(result) ? result : [result]).filter(
    (row): row is Row => typeof row === 'object' && row !== null,
  );
  const list = call.action === 'findMany' || call.action === 'count';
  if (!list && found.length === 0) return;
  const id = list ? null : (found[0]?.documentId ?? null);
  if (!isNew(strapi, `${call.uid} ${call.action} ${id ?? found.map((row) => row.id).join()}`))
    return;
  await transaction(strapi, async (trx) =>
    record(strapi, trx, {
      action: list ? 'list' : 'read',
      subject: nounOf(call.uid),
      subjectId: id,
      patients: await patientsOfRead(strapi, trx, call.uid, found),
      detail: list ? { count: typeof result === 'number' ? result : found.length } : {},
    }),
  );
};

const watchWrite = (strapi: Core.Strapi, call: Call, next: () => Promise<unknown>) =>
  transaction(strapi, async (trx) => {
    const documentId = documentIdOf(call);
    const written = Object.keys((call.params as { data?: object }).data ?? {});
    const pointers = pointersAmong(strapi, call.uid, ['patient', ...written]);
    const before: Row | null = documentId
      ? await strapi.db.query(call.uid).findOne({ where: { documentId } })
      : null;
    const from = before ? await pointedTo(trx, pointers, before.id) : {};
    const result = await next();
    const { entries } = (result ?? {}) as { entries?: Row[] };
    const after = call.action === 'delete' ? null : ((entries?.[0] ?? result) as Row | null);
    const row = after ?? before;
    if (!row) return result;
    const to = after ? await pointedTo(trx, pointers, after.id) : {};
    const people = pointers
      .filter(({ target }) => target === patientNoun)
      .flatMap(({ name }) => [from[name] ?? [], to[name] ?? []].flat());
    const owners = call.uid === patientNoun ? [row.documentId, ...people] : people;
    const changes = changesOf(
      call.contentType.attributes,
      written,
      before && { ...before, ...from },
      after && { ...after, ...to },
      new Set(pointers.map(({ name }) => name)),
    );
    await record(strapi, trx, {
      action: call.action,
      subject: nounOf(call.uid),
      subjectId: row.documentId,
      patients: [
        ...new Set([...owners, ...namedIn(strapi, call.uid, [entries ?? result].flat() as Row[])]),
      ],
      detail: { ...changes },
    });
    return result;
  });

const reads = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Watches every read and write of patient data that passes the Document Service, whoever calls it. */
export const watch =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    if (!patientNouns.has(call.uid)) return next();
    if (!reads.has(call.action)) return watchWrite(strapi, call, next) as ReturnType<typeof next>;
    const result = await next();
    await watchRead(strapi, call, result);
    return result;
  };
