/** The one way to the CMS: typed answers, one kind of problem. */
import { apiUrl } from '@enamel/config';
import { z } from 'zod';

const failure = z.object({
  error: z.object({
    status: z.number(),
    code: z.string().optional(),
    message: z.string().optional(),
    details: z.record(z.string(), z.unknown()).nullish(),
  }),
});

const fieldList = z.array(z.object({ field: z.string(), message: z.string() }));
const fieldMap = z.record(z.string(), z.string());

/** The API said no, or could not be reached (status 503). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** Problems by the name of the field that was sent. */
  get fields(): Record<string, string> {
    const list = fieldList.safeParse(this.details.fields);
    if (list.success)
      return Object.fromEntries(list.data.map(({ field, message }) => [field, message]));
    return fieldMap.safeParse(this.details.fields).data ?? {};
  }
}

interface Caller {
  /** Bearer token of the signed-in patient. */
  readonly access?: string | undefined;
  /** Headers that travel with every call, such as the visitor's address. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Options {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds to wait for an answer. */
  readonly patience?: number;
}

const addressOf = (path: string, query: Options['query'] = {}): URL => {
  const url = new URL(`/api${path}`, apiUrl());
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body = failure.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return new ApiProblem(response.status, 'UNREADABLE', response.statusText);
  const { code, message, details } = body.data.error;
  return new ApiProblem(
    response.status,
    code ?? `HTTP_${response.status}`,
    message ?? '',
    details ?? {},
  );
};

export const createApi = (caller: Caller = {}) => {
  /** @throws {ApiProblem} for every answer that is not a success. */
  const raw = async (
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    { query, body, headers, patience = 10_000 }: Options = {},
  ): Promise<Response> => {
    const response = await fetch(addressOf(path, query), {
      method,
      // The API never sends on: whoever does is not the API, and would be handed the patient's token.
      redirect: 'error',
      headers: {
        Accept: 'application/json',
        ...caller.headers,
        ...(caller.access ? { Authorization: `Bearer ${caller.access}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    }).catch((cause: unknown) => {
      throw new ApiProblem(503, 'UNREACHABLE', 'The clinic’s server does not answer.', {}, cause);
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  };

  const json =
    (method: 'GET' | 'POST') =>
    async <T extends z.ZodType>(path: string, schema: T, options?: Options) => {
      const response = await raw(method, path, options);
      const body: unknown = await response.json();
      const parsed = schema.safeParse(body);
      if (parsed.success) return parsed.data as z.infer<T>;
      throw new ApiProblem(
        502,
        'UNEXPECTED_ANSWER',
        `${method} ${path}: ${z.prettifyError(parsed.error)}`,
      );
    };

  return { raw, get: json('GET'), post: json('POST') };
};

export type Api = ReturnType<typeof createApi>;

/** The usual envelope. */
export const dataOf = <T extends z.ZodType>(schema: T) => z.object({ data: schema });
