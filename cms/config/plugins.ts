import { env } from '@enamel/config';

const day = 24 * 60 * 60;

export default () => ({
  'users-permissions': {
    config: {
      jwtSecret: env().JWT_SECRET,
      jwtManagement: 'refresh',
      // The portal's server is the client and keeps the session itself, so the refresh token is in the answer's body.
      // A browser that speaks to the API asks for the cookie with `x-strapi-refresh-cookie: httpOnly`.
      sessions: {
        httpOnly: false,
        accessTokenLifespan: 900,
        idleRefreshTokenLifespan: 14 * day,
        maxRefreshTokenLifespan: 30 * day,
      },
      register: { allowedFields: [] },
      // Our own limits count sign-ins: they know the patient behind the portal and are shared by all processes.
      ratelimit: { enabled: false },
      validationRules: {
        validatePassword: (password: string) => {
          if (password.length < 10) throw new Error('The password needs at least 10 characters.');
          return true;
        },
      },
    },
  },
});
