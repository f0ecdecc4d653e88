import { getFetchClient } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import {
  isLocked,
  lockNow,
  lockState,
  onActiveElsewhere,
  showLock,
  subscribe,
  tellActive,
} from './lock.ts';

const events = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];
const lookSeconds = 5;
const shareSeconds = 5;
const seenSeconds = 60;

/** Locks the panel when nobody has touched it in any tab for as long as the clinic allows. */
export const useIdle = (signedIn: boolean): void => {
  useEffect(() => {
    if (!signedIn) return undefined;
    let minutes = 0;
    let active = Date.now();
    let shared = 0;
    let seen = 0;
    const since = (moment: number) => (Date.now() - moment) / 1000;
    const isLeft = () => minutes > 0 && since(active) >= minutes * 60;

    const tellServer = async () => {
      seen = Date.now();
      try {
        const { data } = await getFetchClient().post<{ data: { minutes: number } }>(
          '/access/lock/seen',
          {},
        );
        minutes = data.data.minutes;
      } catch {
        // Away for the moment: told again with the next minute's work.
      }
    };
    const begin = async () => {
      const state = await lockState();
      if (state) minutes = state.minutes;
      if (state?.locked) showLock();
      else await tellServer();
    };
    const touched = () => {
      if (isLocked()) return;
      // A machine that wakes up is touched before the clock is looked at.
      if (isLeft()) return lockNow();
      active = Date.now();
      if (since(shared) >= shareSeconds) {
        shared = Date.now();
        tellActive();
      }
      if (since(seen) >= seenSeconds) void tellServer();
    };
    const look = () => {
      if (!isLocked() && isLeft()) lockNow();
    };
    const turned = () => {
      if (isLocked()) return;
      active = Date.now();
      void tellServer();
    };

    void begin();
    onActiveElsewhere(() => {
      active = Date.now();
    });
    const timer = window.setInterval(look, lookSeconds * 1000);
    const unsubscribe = subscribe(turned);
    for (const event of events)
      window.addEventListener(event, touched, { passive: true, capture: true });
    return () => {
      window.clearInterval(timer);
      unsubscribe();
      for (const event of events) window.removeEventListener(event, touched, { capture: true });
    };
  }, [signedIn]);
};
