import type { Actor } from '@enamel/kernel';
import {
  clockOf,
  currentActor,
  type Part,
  type Transaction,
  transaction,
} from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { deviceOf } from '../domain/device.ts';
import { reasonOf } from '../domain/reason.ts';
import { entryPart, insertEntry } from '../store/entries.ts';
import { keepReason } from '../store/reasons.ts';

export interface Told {
  /** A verb, such as `read`, `update` or `invoice.issue`. */
  readonly action: string;
  /** A noun, such as `patient`. */
  readonly subject: string;
  readonly subjectId?: string | null | undefined;
  /** Document id of the patient it tells of. */
  readonly patientId?: string | null | undefined;
  /** Of all patients, when there are several. */
  readonly patients?: readonly string[] | undefined;
  /** Never free text of a patient: names of fields, states, amounts. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  /** In the words of whoever did it: kept beside the trail, which holds their digest, until the patient is erased. */
  readonly reason?: string | undefined;
  /** Who did it, where the request does not tell: somebody who signs in is nobody yet. */
  readonly actor?: Actor | undefined;
}

/** The roles that the request's member of staff acts with, as they are called today. */
const rolesOf = (strapi: Core.Strapi, actor: Actor): readonly string[] => {
  if (actor.kind !== 'staff') return [];
  const user = strapi.requestContext.get()?.state.user as
    | { roles?: { code: string; name?: string }[] }
    | undefined;
  return actor.roles.map((code) => user?.roles?.find((role) => role.code === code)?.name ?? code);
};

const entryOf = (strapi: Core.Strapi, told: Told) => {
  const context = strapi.requestContext.get();
  const { patientId, patients = patientId ? [patientId] : [] } = told;
  const actor = told.actor ?? currentActor(strapi);
  return {
    at: clockOf(strapi).now(),
    actor,
    roles: rolesOf(strapi, actor),
    action: told.action,
    subject: told.subject,
    subjectId: told.subjectId ?? null,
    patients,
    requestId: (context?.state.requestId as string | undefined) ?? null,
    ip: (context?.state.clientAddress as string | undefined) ?? null,
    device: context ? deviceOf(context.get('user-agent')) : null,
    detail: told.detail ?? {},
  };
};

/** What {@link record} writes, for a statement of several parts. */
export const recording = (strapi: Core.Strapi, told: Omit<Told, 'reason'>): Part =>
  entryPart(entryOf(strapi, told));

/**
 * Adds one entry to the trail, in `trx` or in the transaction that is open. Actor, request, address and instant come
 * from the context. What cannot be recorded must not happen: a failure is the caller's.
 */
export const record = async (
  strapi: Core.Strapi,
  trx: Transaction | undefined,
  { reason, ...told }: Told,
): Promise<void> => {
  if (reason !== undefined) {
    const kept = reasonOf(reason);
    return transaction(strapi, async (current) => {
      await keepReason(current, kept, told.patientId ?? null);
      await record(strapi, current, { ...told, detail: { ...told.detail, reason: kept.digest } });
    });
  }
  const entry = entryOf(strapi, told);
  if (trx) await insertEntry(trx, entry);
  else if (strapi.db.inTransaction())
    await transaction(strapi, (current) => insertEntry(current, entry));
  else await insertEntry(strapi.db.connection, entry);
};

/** Tells that somebody looked at what there is of a patient. */
export const recordLook = (
  strapi: Core.Strapi,
  subject: string,
  patientId: string,
  count: number,
): Promise<void> =>
  record(strapi, undefined, { action: 'list', subject, patientId, detail: { count } });
