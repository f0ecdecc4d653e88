import { env } from '@enamel/config';

export default () => ({
  upload: {
    config: {
      sizeLimit: 20 * 1024 * 1024,
      // Every upload is judged by its content before (plugin::access.uploads); this is the second door.
      security: {
        allowedTypes: ['image/png', 'image/jpeg', 'application/pdf', 'application/dicom'],
      },
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: env().JWT_SECRET,
      jwtManagement: 'refresh',
      // The portal's server is the client and keeps the session itself, so the refresh token is in the answer's body.
      // A browser that speaks to the API asks for the cookie with `x-strapi-refresh-cookie: httpOnly`.
      sessions: {
        httpOnly: false,
        accessTokenLifespan: 900,
        idleRefreshTokenLifespan: env().PATIENT_IDLE_HOURS * 3600,
        maxRefreshTokenLifespan: env().PATIENT_SESSION_HOURS * 3600,
      },
      register: { allowedFields: [] },
      // Our own limits count sign-ins: they know the patient behind the portal and are shared by all processes.
      ratelimit: { enabled: false },
    },
  },
});
