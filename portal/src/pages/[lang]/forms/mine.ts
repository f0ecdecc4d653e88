/** Opens the form that waits for the signed-in patient. */
import type { APIRoute } from 'astro';
import { ApiProblem } from '../../../server/api.ts';
import { openOwnForm } from '../../../server/own-form.ts';

export const POST: APIRoute = async ({ locals, redirect }) => {
  try {
    return redirect(await openOwnForm(locals), 303);
  } catch (error) {
    // It was filled in meanwhile, or its visit is gone: the list says what is left to do.
    if (error instanceof ApiProblem && error.code === 'FORM_NOT_OPEN')
      return redirect(`/${locals.language}/visits`, 303);
    throw error;
  }
};

export const GET: APIRoute = ({ locals, redirect }) => redirect(`/${locals.language}/visits`, 303);
