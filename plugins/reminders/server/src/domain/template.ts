/** Filling in a message template. A template is plain text with `{{path.to.variable}}` in it. */

/** Known variables and their texts. `null` and the empty text mean: known, but there is nothing to say. */
export type Values = Readonly<Record<string, string | null>>;

export interface Filled {
  readonly text: string;
  /** What the template asks for and nobody knows, such as `patient.frstName`. Empty when all is well. */
  readonly unknown: readonly string[];
}

const variable = /\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}/g;

const variablesIn = (text: string): string[] =>
  [...text.matchAll(variable)].map((match) => match[1] ?? '');

/** Each variable of the template that `known` does not name, once, in order; braces without a partner count as one. */
export const unknownIn = (template: string, known: (path: string) => boolean): string[] => {
  const strange = variablesIn(template).filter((path) => !known(path));
  const loose = template.replaceAll(variable, '').match(/\{\{[^\n]{0,20}|\}\}/);
  return [...new Set([...strange, ...(loose ? [loose[0]] : [])])];
};

/**
 * Fills in a template. A line that names a variable with nothing to say is left out, together with the line before it
 * when that one ends in a colon and so introduced it. Runs of empty lines shrink to one.
 */
export const fill = (template: string, values: Values): Filled => {
  const unknown = unknownIn(template, (path) => Object.hasOwn(values, path));
  const lines: string[] = [];
  for (const line of template.replaceAll('\r\n', '\n').split('\n')) {
    const silent = variablesIn(line).some((path) => Object.hasOwn(values, path) && !values[path]);
    if (!silent) {
      lines.push(line.replaceAll(variable, (_, path: string) => values[path] ?? ''));
      continue;
    }
    if (lines.at(-1)?.trimEnd().endsWith(':')) lines.pop();
  }
  const text = lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { text, unknown };
};

/** A subject is one line. */
export const fillLine = (template: string, values: Values): Filled => {
  const { text, unknown } = fill(template, values);
  return { text: text.replaceAll(/\s+/g, ' '), unknown };
};
