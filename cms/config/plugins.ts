import { env } from '@enamel/config';

/** Where the media library keeps its pictures: beside the private files, and served by this process alone. */
const provider = () => {
  const { STORAGE_BUCKET, STORAGE_KEY_ID, STORAGE_SECRET, STORAGE_ENDPOINT } = env();
  if (!STORAGE_BUCKET) return {};
  return {
    provider: 'aws-s3',
    providerOptions: {
      // Addresses begin with /uploads, as they do on a disk: plugin::access.media answers them.
      baseUrl: '/',
      rootPath: 'uploads',
      s3Options: {
        credentials: { accessKeyId: STORAGE_KEY_ID, secretAccessKey: STORAGE_SECRET },
        region: env().STORAGE_REGION,
        ...(STORAGE_ENDPOINT ? { endpoint: STORAGE_ENDPOINT } : {}),
        forcePathStyle: env().STORAGE_PATH_STYLE,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        // Named without a value, else the provider opens each object to everybody.
        params: { Bucket: STORAGE_BUCKET, ACL: undefined },
      },
    },
  };
};

export default () => ({
  upload: {
    config: {
      ...provider(),
      sizeLimit: 5 * 1024 * 1024,
      // Every upload is judged by its content before (plugin::access.uploads); this is the second door.
      security: { allowedTypes: ['image/png', 'image/jpeg'] },
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
