import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useSyncExternalStore } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { LockScreen } from './LockScreen.tsx';
import { forgetLock, isLocked, lockNow, subscribe } from './lock.ts';
import { isFactorMissing, onFactorMissing } from './missing.ts';
import { useIdle } from './useIdle.ts';

/** The menu's link that locks instead of leading anywhere. */
export const lockPath = 'plugins/access/lock';

const setUpPath = '/auth/second-factor';

const isLockLink = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`a[href$="/${lockPath}"]`) !== null;

/** Alt+L. AltGr, which types letters, counts as Ctrl+Alt. */
const isLockKey = ({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && code === 'KeyL';

/** Around every page of the panel, signed in or not. */
export const PanelFrame = () => {
  const signedIn = useAuth('PanelFrame', ({ token }) => token) !== null;
  const locked = useSyncExternalStore(subscribe, isLocked);
  const bare = useSyncExternalStore(onFactorMissing, isFactorMissing);
  const { pathname } = useLocation();
  useIdle(signedIn);
  useEffect(() => {
    if (!signedIn) forgetLock();
  }, [signedIn]);
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      if (!isLockLink(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      lockNow();
    };
    const pressed = (event: KeyboardEvent) => {
      if (!isLockKey(event)) return;
      event.preventDefault();
      lockNow();
    };
    document.addEventListener('click', clicked, { capture: true });
    document.addEventListener('keydown', pressed, { capture: true });
    return () => {
      document.removeEventListener('click', clicked, { capture: true });
      document.removeEventListener('keydown', pressed, { capture: true });
    };
  }, []);
  if (bare && signedIn && pathname !== setUpPath) return <Navigate to={setUpPath} replace />;
  return (
    <>
      <Outlet />
      {locked && signedIn && <LockScreen />}
    </>
  );
};
