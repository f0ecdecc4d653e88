import { type FieldProblem, isZone } from '@enamel/kernel';

const spoken = new Set<unknown>(['en', 'ro']);

/** What would stop every page of the portal if it were saved with the clinic or one of its locations. */
export const clinicProblems = (data: {
  readonly zone?: unknown;
  readonly languages?: unknown;
}): FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const { zone, languages } = data;
  if (zone !== undefined && zone !== null && !(typeof zone === 'string' && isZone(zone)))
    problems.push({ field: 'zone', message: 'must be a time zone such as Europe/Bucharest' });
  if (
    languages !== undefined &&
    languages !== null &&
    !(
      Array.isArray(languages) &&
      languages.length > 0 &&
      new Set(languages).size === languages.length &&
      languages.every((language) => spoken.has(language))
    )
  )
    problems.push({ field: 'languages', message: 'must be a list such as ["en", "ro"]' });
  return problems;
};
