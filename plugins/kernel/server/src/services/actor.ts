import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { type Actor, system, visitor } from '../../../shared/index.ts';

const named = new AsyncLocalStorage<Actor>();

/** Runs work of our own under a name: a tick, a consumer, a link that a patient followed. */
export const runAs = <T>(actor: Actor, work: () => Promise<T>): Promise<T> =>
  named.run(actor, work);

interface SignedIn {
  id: number | string;
  documentId?: string;
  firstname?: string;
  lastname?: string;
  roles?: { code: string }[];
  patient?: { documentId: string } | null;
}

/** Who the current request or job acts for. Outside of any it is the system itself. */
export const currentActor = (strapi: Core.Strapi): Actor => {
  const set = named.getStore();
  if (set) return set;
  const context = strapi.requestContext.get();
  if (!context) return system('enamel');
  const user = context.state.user as SignedIn | undefined;
  if (!user) return visitor;
  if (Array.isArray(user.roles))
    return {
      kind: 'staff',
      id: String(user.id),
      name: [user.firstname, user.lastname].filter(Boolean).join(' '),
      roles: user.roles.map((role) => role.code),
    };
  return { kind: 'patient', id: String(user.id), patient: user.patient?.documentId ?? null };
};
