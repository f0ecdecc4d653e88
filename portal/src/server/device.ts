/** By which the API knows a browser that somebody was signed in from before: it slows strangers, and opens nothing. */
import type { AstroCookies } from 'astro';
import { secure } from './session.ts';

const nameOf = () => (secure() ? '__Host-enamel-device' : 'enamel-device');

export const deviceToken = (cookies: AstroCookies): string | undefined =>
  cookies.get(nameOf())?.value;

export const keepDevice = (cookies: AstroCookies, token: string): void =>
  cookies.set(nameOf(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(),
    path: '/',
    maxAge: 365 * 24 * 3600,
  });
