import type { FieldProblem } from './errors.ts';

/** Deeper than anything a form, a document or a query of ours nests. */
const deepest = 40;

const problemOf = (text: string): string | undefined => {
  if (text.includes('\0')) return 'contains a character that cannot be kept';
  if (!text.isWellFormed()) return 'contains half of a character';
  return undefined;
};

/**
 * The first place in a parsed query or body that no database of ours can keep: NUL, half a surrogate pair, endless
 * nesting. Walks without recursion, so that the nesting of the request is not the nesting of the program.
 */
export const illegible = (value: unknown): FieldProblem | undefined => {
  const left: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value: here, path } = next;
    if (typeof here === 'string') {
      const message = problemOf(here);
      if (message) return { field: path.join('.'), message };
    } else if (typeof here === 'object' && here !== null) {
      if (path.length >= deepest) return { field: path[0] ?? '', message: 'is nested too deeply' };
      for (const [key, inner] of Object.entries(here)) {
        if (problemOf(key) || key in Object.prototype)
          return { field: path.join('.'), message: 'has a name that cannot be' };
        left.push({ value: inner, path: [...path, key] });
      }
    }
  }
  return undefined;
};
