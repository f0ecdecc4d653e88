import { env } from '@enamel/config';

export default () => ({
  'users-permissions': {
    config: {
      jwtSecret: env().JWT_SECRET,
      jwtManagement: 'refresh',
      sessions: { httpOnly: true, accessTokenLifespan: 900 },
      register: { allowedFields: [] },
    },
  },
});
