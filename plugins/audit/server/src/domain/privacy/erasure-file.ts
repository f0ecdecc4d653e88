/** The list of erased patients that is kept beside the database: a line each, `<instant> <document id>`. */
export interface Erased {
  readonly patient: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Document ids in the list; what is no line of it is passed over. */
export const idsInFile = (text: string): ReadonlySet<string> =>
  new Set(
    text.split('\n').flatMap((line) => /^\d{4}-\S+Z ([\w-]{1,64})$/.exec(line.trim())?.[1] ?? []),
  );

/** Lines for those of whom the list does not know yet. */
export const missingLines = (erased: readonly Erased[], listed: ReadonlySet<string>): string =>
  erased
    .filter(({ patient }) => !listed.has(patient))
    .map(({ patient, at }) => `${at} ${patient}\n`)
    .join('');
