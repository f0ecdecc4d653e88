import { forbidden, missing } from '@enamel/kernel';
import { clockOf, currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { lastingScope, type Scope, type ScopeFacts, scopeFrom } from '../domain/scope.ts';
import { findScopeFacts, patientsInScope } from '../store/scope.ts';

/** Whoever is no member of staff is not bound by places: patients and links are told whose record they open. */
const unbound: Scope = { everywhere: true, schedule: 'everybody' };
const nobody: Scope = {
  everywhere: false,
  schedule: { practitioner: null },
  places: [],
  treatedBy: null,
  opened: [],
};

/** Whether a scope leaves anything out. */
export const isBound = (scope: Scope): boolean =>
  !scope.everywhere || scope.schedule !== 'everybody';

const known = new WeakMap<object, Promise<Scope>>();

/** Of a member of staff, by numeric id, outside of a request. */
export const scopeOfStaff = async (strapi: Core.Strapi, user: number): Promise<Scope> => {
  const facts = await findScopeFacts(strapi.db.connection, user, clockOf(strapi).now().toString());
  return facts ? scopeFrom(facts) : nobody;
};

/** Which patients the request's member of staff may know of. Asked once for a request, whoever asks. */
export const scopeOf = (
  strapi: Core.Strapi,
  context: Context | undefined = strapi.requestContext.get() as Context | undefined,
): Promise<Scope> => {
  const actor = currentActor(strapi);
  if (actor.kind !== 'staff' || !context) return Promise.resolve(unbound);
  const scope = known.get(context) ?? scopeOfStaff(strapi, Number(actor.id));
  known.set(context, scope);
  return scope;
};

/** Keeps what the sign-in's own statement found. */
export const rememberScope = (context: object, facts: ScopeFacts): void => {
  known.set(context, Promise.resolve(scopeFrom(facts)));
};

/** After a change of what the member of staff may know. */
export const forgetScope = (context: object): void => {
  known.delete(context);
};

const noPatient = () => missing('PATIENT_NOT_FOUND', 'There is no such patient.');

/**
 * For routes that name a patient, before anything is read or written.
 * @throws 404 `PATIENT_NOT_FOUND`, for one who does not exist and one out of scope alike
 */
export const demandPatient = async (
  strapi: Core.Strapi,
  ...documentIds: readonly string[]
): Promise<void> => {
  const scope = await scopeOf(strapi);
  if (scope.everywhere) return;
  const asked = new Set(documentIds);
  const found = await patientsInScope(strapi.db.connection, scope, [...asked]);
  if (found.size < asked.size) throw noPatient();
};

/**
 * For what changes for good who may know a patient: that their record is open in an emergency is not enough.
 * @throws 404 `PATIENT_NOT_FOUND`, 403 `ONLY_OPENED`
 */
export const demandLastingPatient = async (
  strapi: Core.Strapi,
  ...documentIds: readonly string[]
): Promise<void> => {
  await demandPatient(strapi, ...documentIds);
  const scope = await scopeOf(strapi);
  if (scope.everywhere || scope.opened.length === 0) return;
  const asked = new Set(documentIds);
  const known = await patientsInScope(strapi.db.connection, lastingScope(scope), [...asked]);
  if (known.size < asked.size)
    throw forbidden(
      'ONLY_OPENED',
      'This record is open to you for an emergency only. Who works at its location can share it.',
    );
};

/**
 * The place that a page shows when none is asked for; null leaves the choice to the page.
 * @throws 404 `WORKS_NOWHERE` for a member of staff who is bound to places and assigned to none
 */
export const homePlace = async (strapi: Core.Strapi): Promise<string | null> => {
  const scope = await scopeOf(strapi);
  if (scope.everywhere || !scope.places) return null;
  const [first] = scope.places;
  if (!first)
    throw missing('WORKS_NOWHERE', 'You work at no location yet. Ask whoever runs the clinic.');
  return first.documentId;
};

/** Whether places bind nothing of what somebody does. */
export const worksEverywhere = (scope: Scope): boolean => scope.everywhere || !scope.places;

/** Whether the request's member of staff works at a place. */
export const worksAt = (scope: Scope, location: string): boolean =>
  scope.everywhere ||
  !scope.places ||
  scope.places.some(({ documentId }) => documentId === location);

/** @throws 404 `LOCATION_NOT_FOUND` for a place where the request's member of staff does not work */
export const demandPlace = async (strapi: Core.Strapi, location: string): Promise<void> => {
  if (!worksAt(await scopeOf(strapi), location))
    throw missing('LOCATION_NOT_FOUND', 'There is no such location.');
};

/** Numeric id and name of the request's member of staff. */
export const actingStaff = (
  strapi: Core.Strapi,
): { readonly id: number; readonly name: string } => {
  const actor = currentActor(strapi);
  if (actor.kind !== 'staff') throw forbidden('FORBIDDEN', 'Only staff can do this.');
  return { id: Number(actor.id), name: actor.name };
};
