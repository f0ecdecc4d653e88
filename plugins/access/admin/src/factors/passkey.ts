/** The browser's own passkeys, in the shapes that travel as JSON. */
interface Ceremony {
  readonly options: unknown;
  readonly ceremony: string;
}

type Credentials = typeof PublicKeyCredential & {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
};

const api = () => window.PublicKeyCredential as Credentials | undefined;

/** Passkeys belong to a site with a name, over HTTPS or on the same machine. */
export const canUsePasskeys = (): boolean =>
  typeof api()?.parseRequestOptionsFromJSON === 'function' &&
  !/^[\d.]+$|^\[/.test(location.hostname);

const answered = (credential: Credential | null) => {
  if (!credential) throw new Error('The browser gave no passkey');
  return (credential as PublicKeyCredential).toJSON() as object;
};

export const makePasskey = async ({ options, ceremony }: Ceremony) => {
  const publicKey = api()?.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create(publicKey ? { publicKey } : {});
  return { ceremony, answer: answered(credential) };
};

export const usePasskey = async ({ options, ceremony }: Ceremony) => {
  const publicKey = api()?.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get(publicKey ? { publicKey } : {});
  return { ceremony, answer: answered(credential) };
};

/** The person closed the browser's window, or let it pass: nothing to complain of. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name);
