import { type FieldProblem, invalid } from '@enamel/kernel';
import type { Modules } from '@strapi/strapi';
import { variables } from '../../../shared/index.ts';
import { unknownIn } from '../domain/template.ts';

const known = new Set<string>(variables);

const problemIn = (field: string, text: unknown): FieldProblem[] => {
  const unknown = typeof text === 'string' ? unknownIn(text, (path) => known.has(path)) : [];
  if (unknown.length === 0) return [];
  const names = unknown.map((path) => `“${path}”`).join(', ');
  return [{ field, message: `${names} is not a variable. There are: ${variables.join(', ')}` }];
};

/** Refuses to save a message template that names a variable nobody knows. */
export const checkTemplates =
  (): Modules.Documents.Middleware.Middleware => async (context, next) => {
    if (
      context.uid === 'api::message-template.message-template' &&
      (context.action === 'create' || context.action === 'update')
    ) {
      const { subject, body } = context.params.data as { subject?: unknown; body?: unknown };
      const fields = [...problemIn('subject', subject), ...problemIn('body', body)];
      if (fields.length > 0)
        throw invalid('UNKNOWN_VARIABLE', fields.map(({ message }) => message).join(' '), {
          fields,
        });
    }
    return next();
  };
