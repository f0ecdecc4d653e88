/** Whether the panel is locked, the same in every tab. The server keeps the lock; this is what is drawn of it. */
import type { LockState } from '../../../shared/panel-session.ts';
import { isGivenUp, usePasskey } from '../factors/passkey.ts';
import { accessToken } from './token.ts';

type News = 'lock' | 'unlock' | 'active' | 'over';

const plainFetch = window.fetch.bind(window);
const channel = new BroadcastChannel('enamel-panel');
const listeners = new Set<() => void>();
let locked = false;
let waiting: (() => void)[] = [];
let activeElsewhere: () => void = () => undefined;

const set = (next: boolean): void => {
  if (locked === next) return;
  locked = next;
  for (const listener of listeners) listener();
  if (locked) return;
  const held = waiting;
  waiting = [];
  for (const go of held) go();
};

/** The pages go and the sign-in comes in their place: what the lock covered is never shown to who did not open it. */
const begin = (): void => location.replace('/admin/auth/login');

channel.onmessage = ({ data }: MessageEvent<News>) => {
  if (data === 'active') activeElsewhere();
  else if (data === 'over') begin();
  else set(data === 'lock');
};

const tell = (news: News) => channel.postMessage(news);

/** Asks the server past the lock, as the person of the session. */
const ask = (path: string, body?: object): Promise<Response> =>
  plainFetch(`/access/lock${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${accessToken() ?? ''}`,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

export const isLocked = (): boolean => locked;

export const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Resolves at once, or when the panel is unlocked. */
export const unlocked = (): Promise<void> =>
  locked ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();

/** The server says that it is locked. */
export const showLock = (): void => set(true);

/** Nobody is signed in any more: there is nothing to lock. */
export const forgetLock = (): void => set(false);

/** Covers the panel at once and has the server lock it; out of reach, the server does it by itself a little later. */
export const lockNow = (): void => {
  if (locked || !accessToken()) return;
  set(true);
  tell('lock');
  void ask('', {}).catch(() => undefined);
};

export const lockState = async (): Promise<LockState | undefined> => {
  const answer = await ask('').catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { data: LockState }).data : undefined;
};

export type Unlocked = 'open' | 'wrong' | 'ended' | 'limited' | 'unreachable';

const outcomes: Record<number, Unlocked> = {
  200: 'open',
  400: 'wrong',
  401: 'ended',
  429: 'limited',
};

const over = (): void => {
  tell('over');
  begin();
};

const outcomeOf = (answer: Response | undefined): Unlocked =>
  answer ? (outcomes[answer.status] ?? 'unreachable') : 'unreachable';

const settled = (outcome: Unlocked): Unlocked => {
  if (outcome === 'ended') over();
  if (outcome === 'open') {
    set(false);
    tell('unlock');
  }
  return outcome;
};

/** `ended`: there is nothing to unlock any more, the person must sign in. */
export const unlock = async (proof: object): Promise<Unlocked> =>
  settled(outcomeOf(await ask('/open', proof).catch(() => undefined)));

/** With a finger, a face or a PIN. Undefined when the person let it be. */
export const unlockByPasskey = async (): Promise<Unlocked | undefined> => {
  const begun = await ask('/open/passkey/begin', {}).catch(() => undefined);
  if (!begun?.ok) return settled(outcomeOf(begun));
  try {
    const { data } = (await begun.json()) as { data: { options: unknown; ceremony: string } };
    const proof = await usePasskey(data);
    return settled(outcomeOf(await ask('/open/passkey', proof).catch(() => undefined)));
  } catch (error) {
    if (isGivenUp(error)) return undefined;
    throw error;
  }
};

/** Ends the session of a locked panel; out of reach, the server keeps it locked. */
export const leave = async (): Promise<void> => {
  await ask('/end', {}).catch(() => undefined);
  over();
};

export const tellActive = (): void => tell('active');
export const onActiveElsewhere = (listener: () => void): void => {
  activeElsewhere = listener;
};
