import { type ClinicError, conflict, invalid } from '../../../shared/index.ts';

/** PostgreSQL's own words of a violated rule are ours (`raise exception`), behind the statement that knex puts before. */
const ownWords = (message: string) => message.slice(message.lastIndexOf(' - ') + 3);

const wrongValues = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);
/** Raised by the triggers of `database/constraints` for what never changes. */
const forever = new Set(['23000', '23001']);

const wrong = (cause: unknown) =>
  invalid('VALIDATION_FAILED', 'A value is of the wrong kind, or too long or too large.', {
    cause,
  });

/**
 * What the database refused for the caller's sake, by its SQLSTATE. A rule of ours that knows the case better answers
 * first; everything else stays a fault.
 */
export const refusedByDatabase = (error: unknown): ClinicError | undefined => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return undefined;
  if (wrongValues.has(error.code)) return wrong(error);
  // Raised by our triggers for one field, named as its column.
  if (error.code === '22023' && 'column' in error && typeof error.column === 'string') {
    const problem = { field: error.column, message: ownWords(error.message) };
    return invalid('VALIDATION_FAILED', `${problem.field} ${problem.message}.`, {
      fields: [problem],
      cause: error,
    });
  }
  if (forever.has(error.code))
    return conflict('CANNOT_CHANGE', ownWords(error.message), { cause: error });
  if (error.code === '23505')
    return conflict('ALREADY_EXISTS', 'There is one like this already.', { cause: error });
  return undefined;
};
