/** Whom a patient may book for beside himself. */
import type { z } from 'zod';
import { dataOf } from './api.ts';
import { familyMembers } from './contracts.ts';

export type Family = z.infer<typeof familyMembers>;

/** Nobody while nobody is signed in. @throws {ApiProblem} rather than take a child's visit for one's own */
export const ownFamily = async ({ api, session }: App.Locals): Promise<Family> =>
  session.access ? (await api.get('/scheduling/family', dataOf(familyMembers))).data : [];
