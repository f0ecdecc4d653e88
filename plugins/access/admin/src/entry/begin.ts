import { storeToken } from '@strapi/strapi/admin';

const deviceKey = 'strapi.admin.deviceId';

/** Names this browser among one's sessions, as Strapi does; undefined where the page is not served safely. */
export const deviceId = (): string | undefined => {
  const known = localStorage.getItem(deviceKey) ?? crypto.randomUUID?.();
  if (known) localStorage.setItem(deviceKey, known);
  return known;
};

/** Begins the panel's session in this browser as Strapi's own sign-in does; other tabs hear of it by the storage. */
export const begin = (token: string, rememberMe: boolean): void => {
  if (rememberMe) localStorage.setItem('jwtToken', JSON.stringify(token));
  else localStorage.removeItem('jwtToken');
  localStorage.setItem('isLoggedIn', 'true');
  storeToken(token);
};
