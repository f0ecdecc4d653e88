import { Navigate, type RouteObject } from 'react-router-dom';

const page = (path: string, load: () => Promise<{ default: () => React.ReactNode }>) => ({
  path: `auth/${path}`,
  lazy: async () => ({ Component: (await load()).default }),
});
const toSignIn = (path: string) => ({
  path: `auth/${path}`,
  element: <Navigate to="/auth/login" replace />,
});

/** For those who are not signed in. Strapi's pages ask more of passwords than length, and their links never end. */
export const openPages: readonly RouteObject[] = [
  page('login', () => import('./SignInPage.tsx')),
  page('invitation', () => import('./InvitationPage.tsx')),
  page('new-password', () => import('./NewPasswordPage.tsx')),
  page('forgot-password', () => import('./ForgottenPage.tsx')),
  page('second-factor', () => import('./SetUpPage.tsx')),
  page('register-admin', () => import('./FirstPage.tsx')),
  toSignIn('register'),
  toSignIn('reset-password'),
  toSignIn('forgot-password-success'),
];
