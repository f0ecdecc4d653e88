/** A form that could not be sent on, kept so that it can be sent again. */
import { tokenField } from './form-token.ts';

export interface Unsent {
  /** The API was away; or the page bore no word of this browser's session, see form-token.ts. */
  readonly why: 'away' | 'stale';
  /** Where it was sent. */
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Passwords are typed and files chosen again; what cannot be read is lost with a sender who is no browser. */
export const unsentOf = async (why: Unsent['why'], url: URL, sent: Request): Promise<Unsent> => {
  const data = await sent.formData().catch(() => new FormData());
  return {
    why,
    to: `${url.pathname.replace(/^\/+/, '/')}${url.search}`,
    fields: [...data].flatMap(([name, value]) =>
      typeof value === 'string' && name !== tokenField && !name.toLowerCase().includes('password')
        ? [[name, value]]
        : [],
    ),
  };
};

/** The question for the page that shows it; the form itself was read already and cannot go along. */
export const awayRequest = (url: URL, language: string, sent: Headers): Request => {
  const headers = new Headers(sent);
  for (const name of ['content-length', 'content-type', 'transfer-encoding']) headers.delete(name);
  return new Request(new URL(`/${language}/away`, url), { headers });
};
