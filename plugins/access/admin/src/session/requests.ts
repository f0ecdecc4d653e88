import { lockedCode, panelCookie, panelHeader } from '../../../shared/panel-session.ts';
import { showLock, unlocked } from './lock.ts';
import { cookie } from './token.ts';

const renewal = '/admin/access-token';

/** Answers whoever asks, locked or not. */
const open =
  /^\/(api\/|admin\/(init|login)$|access\/(lock|staff\/(first|invitation|password\/))|uploads\/)/;

const withPanelToken = (init: RequestInit = {}): RequestInit => {
  const headers = new Headers(init.headers);
  headers.set(panelHeader, cookie(panelCookie) ?? '');
  return { ...init, headers };
};

const saysLocked = async (answer: Response): Promise<boolean> => {
  if (answer.status !== 423) return false;
  const body = (await answer
    .clone()
    .json()
    .catch(() => undefined)) as { error?: { code?: string } } | undefined;
  return body?.error?.code === lockedCode;
};

/**
 * Every request of the panel passes here: the renewal of a session carries the panel's token; while the panel is locked
 * requests wait, so that nothing on the pages fails and nothing typed is lost.
 */
export const watchRequests = (): void => {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (address.origin !== location.origin || open.test(address.pathname)) return send(input, init);
    const ask = () =>
      send(
        input instanceof Request ? input.clone() : input,
        address.pathname === renewal ? withPanelToken(init) : init,
      );
    await unlocked();
    let answer = await ask();
    while (await saysLocked(answer)) {
      showLock();
      await unlocked();
      answer = await ask();
    }
    return answer;
  };
};
