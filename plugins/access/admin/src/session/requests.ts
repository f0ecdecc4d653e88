import {
  factorMissingCode,
  lockedCode,
  panelCookie,
  panelHeader,
} from '../../../shared/panel-session.ts';
import { showLock, unlocked } from './lock.ts';
import { showFactorMissing } from './missing.ts';
import { cookie } from './token.ts';

const renewal = '/admin/access-token';

/** Answers whoever asks, locked or not. */
const open =
  /^\/(api\/|admin\/(init|login)$|access\/(lock|staff\/(first|invitation|sign-in|password\/))|uploads\/)/;

const withPanelToken = (init: RequestInit = {}): RequestInit => {
  const headers = new Headers(init.headers);
  headers.set(panelHeader, cookie(panelCookie) ?? '');
  return { ...init, headers };
};

const says = async (answer: Response, status: number, code: string): Promise<boolean> => {
  if (answer.status !== status) return false;
  const body = (await answer
    .clone()
    .json()
    .catch(() => undefined)) as { error?: { code?: string } } | undefined;
  return body?.error?.code === code;
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
    while (await says(answer, 423, lockedCode)) {
      showLock();
      await unlocked();
      answer = await ask();
    }
    if (await says(answer, 403, factorMissingCode)) showFactorMissing();
    return answer;
  };
};
