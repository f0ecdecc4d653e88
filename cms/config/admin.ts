import { env } from '@enamel/config';

export default () => ({
  auth: {
    secret: env().ADMIN_JWT_SECRET,
    sessions: {
      accessTokenLifespan: 900,
      // How long the browser keeps the cookie of a device that is remembered; the session itself is access's.
      idleRefreshTokenLifespan: env().STAFF_IDLE_HOURS * 3600,
      maxRefreshTokenLifespan: env().STAFF_SESSION_HOURS * 3600,
    },
    cookie: { sameSite: 'strict' },
  },
  apiToken: { salt: env().API_TOKEN_SALT, secrets: { encryptionKey: env().ENCRYPTION_KEY } },
  transfer: { token: { salt: env().TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: env().ENCRYPTION_KEY },
  // Without this every form carries an empty frame that asks to set a preview up.
  preview: { enabled: false },
  flags: { nps: false, promoteEE: false },
  // Our own limits count sign-ins: they know the patient behind the portal and are shared by all processes.
  rateLimit: { enabled: false },
});
