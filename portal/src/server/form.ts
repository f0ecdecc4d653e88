/** Reading what a person typed, and telling them what is not right. */
import { dateFromParts } from '../lib/dates.ts';
import type { Texts } from '../texts/index.ts';
import { ApiProblem } from './api.ts';
import { tokenField } from './form-token.ts';

/** Sentences by field; `form` for what belongs to no field. */
export type Problems = Record<string, string>;
export type Values = Record<string, string>;

/** @throws {ApiProblem} 400 when what came is no form of a browser's. */
export const postedForm = (request: Request): Promise<FormData> =>
  request.formData().catch((cause: unknown) => {
    throw new ApiProblem(400, 'UNREADABLE_FORM', 'The form cannot be read.', {}, cause);
  });

/** The text fields of a post, trimmed; passwords as they are. */
export const valuesOf = (data: FormData): Values =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      typeof value === 'string' && name !== tokenField
        ? [[name, name.toLowerCase().includes('password') ? value : value.trim()]]
        : [],
    ),
  );

/** The date in `<name>-day`, `-month` and `-year`, as `2026-02-09`. */
export const dateOf = (values: Values, name: string): string | undefined =>
  dateFromParts(
    values[`${name}-day`] ?? '',
    values[`${name}-month`] ?? '',
    values[`${name}-year`] ?? '',
  );

export const isEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value);

/** What the API found, in the visitor's words. @throws the error itself when it is not a person's to mend. */
export const problemsOf = (error: unknown, { problems }: Texts): Problems => {
  if (!(error instanceof ApiProblem)) throw error;
  if (error.status === 401) throw error;
  if (error.status === 502 || error.status === 503) return { form: problems.unreachable };
  if (error.status >= 500) throw error;
  if (error.status === 429) return { form: problems.codes[error.code] ?? problems.limited };
  const { fields } = error;
  if (Object.keys(fields).length > 0) return fields;
  return { form: problems.codes[error.code] ?? problems.general };
};

interface Submitted {
  readonly values: Values;
  /** By field; empty on a page that was only opened. */
  readonly problems: Problems;
  /** Something was sent, and nothing is wrong with it. */
  readonly passed: boolean;
}

/** What was sent to a page, after `work` looked at it. What is wrong makes the answer a 400. */
export const submitted = async (
  context: { readonly request: Request; readonly response: ResponseInit },
  work: (values: Values) => Promise<Problems>,
): Promise<Submitted> => {
  if (context.request.method !== 'POST') return { values: {}, problems: {}, passed: false };
  const values = valuesOf(await postedForm(context.request));
  const problems = await work(values);
  const passed = Object.keys(problems).length === 0;
  if (!passed) context.response.status = 400;
  return { values, problems, passed };
};
