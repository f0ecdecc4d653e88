/** The history form that waits for the signed-in patient. */
import { z } from 'zod';
import { type Api, dataOf } from './api.ts';

const owed = z.object({ appointment: z.string(), startsAt: z.string() });
const link = z.object({ token: z.string().regex(/^[\w-]{16,256}$/) });

export type OwnForm = z.infer<typeof owed>;

export const ownForm = async (api: Api): Promise<OwnForm | null> =>
  (await api.get('/intake/mine', dataOf(owed.nullable()))).data;

/** The path of a new link to the form. @throws {ApiProblem} FORM_NOT_OPEN when none waits any more. */
export const openOwnForm = async ({
  api,
  language,
}: Pick<App.Locals, 'api' | 'language'>): Promise<string> => {
  const { data } = await api.post('/intake/mine', dataOf(link), { body: {} });
  return `/${language}/forms/${data.token}`;
};
