import type { Context } from 'koa';
import type { z } from 'zod';
import { invalid } from '../../../shared/index.ts';

export type Handler = (context: Context) => Promise<void>;

interface Shape<Q extends z.ZodType, B extends z.ZodType, P extends z.ZodType> {
  readonly query?: Q;
  readonly body?: B;
  readonly params?: P;
}

const parse = <S extends z.ZodType>(schema: S | undefined, value: unknown): z.infer<S> => {
  if (!schema) return undefined as z.infer<S>;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  const first = fields[0];
  throw invalid(
    'VALIDATION_FAILED',
    first ? `${first.field || 'The request'}: ${first.message}` : 'The request is not valid.',
    { fields },
  );
};

/** A controller action: parses query, params and body with zod, answers what `work` returns. */
export const guarded =
  <Q extends z.ZodType, B extends z.ZodType, P extends z.ZodType>(
    shape: Shape<Q, B, P>,
    work: (input: {
      query: z.infer<Q>;
      body: z.infer<B>;
      params: z.infer<P>;
      context: Context;
    }) => Promise<unknown>,
  ): Handler =>
  async (context) => {
    const query = parse(shape.query, context.query);
    const params = parse(shape.params, context.params);
    const body = parse(shape.body, (context.request as { body?: unknown }).body);
    const answer = await work({ query, body, params, context });
    if (answer !== undefined) context.body = answer;
  };
