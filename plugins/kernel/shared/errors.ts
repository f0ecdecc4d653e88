/** What a caller did that cannot be done. `message` is for a person; `code` is for a program. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'locked'
  | 'limited'
  | 'unavailable';

const kinds: Record<ErrorKind, { status: number; name: string }> = {
  invalid: { status: 400, name: 'ValidationError' },
  unauthenticated: { status: 401, name: 'UnauthorizedError' },
  forbidden: { status: 403, name: 'ForbiddenError' },
  missing: { status: 404, name: 'NotFoundError' },
  conflict: { status: 409, name: 'ConflictError' },
  locked: { status: 423, name: 'LockedError' },
  limited: { status: 429, name: 'RateLimitError' },
  unavailable: { status: 503, name: 'UnavailableError' },
};

export interface FieldProblem {
  /** Path of the field as the caller sent it, such as `answers.allergies`. */
  readonly field: string;
  readonly message: string;
}

interface Extra {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly fields?: readonly FieldProblem[];
  readonly cause?: unknown;
}

/** The one error class. It never carries personal data: it is shown and logged. */
export class ClinicError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, code: string, message: string, extra: Extra = {}) {
    super(message, { cause: extra.cause });
    this.kind = kind;
    this.code = code;
    this.name = kinds[kind].name;
    this.status = kinds[kind].status;
    this.details = { ...extra.details, ...(extra.fields ? { fields: extra.fields } : {}) };
  }

  /** The body every failing route answers with: `{ data: null, error: { status, name, code, message, details } }`. */
  toBody() {
    const { status, name, code, message, details } = this;
    return { data: null, error: { status, name, code, message, details } };
  }
}

export const invalid = (code: string, message: string, extra?: Extra) =>
  new ClinicError('invalid', code, message, extra);
export const forbidden = (code: string, message: string, extra?: Extra) =>
  new ClinicError('forbidden', code, message, extra);
export const missing = (code: string, message: string, extra?: Extra) =>
  new ClinicError('missing', code, message, extra);
export const conflict = (code: string, message: string, extra?: Extra) =>
  new ClinicError('conflict', code, message, extra);
export const unauthenticated = (message = 'Please sign in first.') =>
  new ClinicError('unauthenticated', 'SIGN_IN_REQUIRED', message);
export const unavailable = (
  code: string,
  message: string,
  retryAfterSeconds: number,
  cause?: unknown,
) => new ClinicError('unavailable', code, message, { details: { retryAfterSeconds }, cause });
export const limited = (retryAfterSeconds: number) =>
  new ClinicError('limited', 'TOO_MANY_REQUESTS', 'Too many requests. Please wait a moment.', {
    details: { retryAfterSeconds },
  });
