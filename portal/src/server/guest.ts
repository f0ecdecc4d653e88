import { ApiProblem } from './api.ts';

/** What a page shows as a guest: when the API fails it the page goes on with `otherwise`, unless nobody is signed in. */
export const guest = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status !== 401) return otherwise;
    throw error;
  });
