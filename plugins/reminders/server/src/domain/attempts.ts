/** What an attempt came to, and when to try again. */

export type Outcome =
  | { readonly kind: 'sent'; readonly providerId: string; readonly answer: string }
  /** Handed over whole, but the answer never came. It may have arrived: it is not sent again. */
  | { readonly kind: 'unconfirmed'; readonly answer: string }
  /** The provider may have it; ask the provider before anything else. */
  | { readonly kind: 'unknown'; readonly answer: string }
  /** Refused for good. */
  | { readonly kind: 'refused'; readonly answer: string }
  /** Not taken this time. */
  | { readonly kind: 'temporary'; readonly answer: string };

export const mostAttempts = 8;

/** Seconds until the next attempt: two ticks, then four times as long each time, at most an hour. */
export const secondsToWait = (attempt: number, tickSeconds: number): number =>
  Math.min(3600, tickSeconds * 2 * 4 ** (attempt - 1));

interface SmtpFailure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly message: string;
}

/**
 * What a failed SMTP conversation means. @param handedOver whether the end of the message was about to be written: from
 * there on a silent server may have taken it.
 */
export const smtpOutcome = (failure: SmtpFailure, handedOver: boolean): Outcome => {
  const answer = failure.message;
  const reply = typeof failure.responseCode === 'number' ? failure.responseCode : undefined;
  // A refused sign-in is the clinic's trouble, not the patient's: it may be mended.
  if (failure.code === 'EAUTH') return { kind: 'temporary', answer };
  if (reply !== undefined) return { kind: reply >= 500 ? 'refused' : 'temporary', answer };
  return handedOver ? { kind: 'unconfirmed', answer } : { kind: 'temporary', answer };
};

interface TwilioFailure {
  /** HTTP status, when there was an answer. */
  readonly status?: unknown;
  readonly message: string;
}

/** What a failed request to Twilio means. */
export const twilioOutcome = ({ status, message: answer }: TwilioFailure): Outcome => {
  if (typeof status !== 'number' || status >= 500) return { kind: 'unknown', answer };
  if (status === 429 || status === 401 || status === 403) return { kind: 'temporary', answer };
  return { kind: 'refused', answer };
};
