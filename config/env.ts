/** The one file that reads `process.env`. Everything else imports {@link env} or {@link readEnvironment}. */
import { z } from 'zod';

const whole = (least: number, most: number, of = 'a whole number') => {
  const error = `must be ${of} from ${least} to ${most}`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
};
const port = whole(1, 65_535, 'a port');
const secret = z.string().min(16, 'must have at least 16 characters');
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL such as ${example}` });

/** Classes of routes that are limited together; what counts in each is in plugins/access/server/src/domain/limits.ts. */
const limitedClasses = [
  'general',
  'sign-in',
  'second-step',
  'renewal',
  'booking',
  'code',
  'upload',
  'panel-upload',
  'file',
  'webhook',
] as const;

const rateLimit = new RegExp(`^(?:${limitedClasses.join('|')})=[1-9][0-9]{0,5}$`);

/** `general=60,sign-in=10`: requests a minute. */
const rateLimits = z
  .string()
  .refine((text) => text.split(',').every((part) => rateLimit.test(part)), {
    error: `must be such as general=60,sign-in=10, of ${limitedClasses.join(', ')}`,
  })
  .transform((text) => {
    const pairs = text.split(',').map((part) => part.split('='));
    return Object.fromEntries(pairs.map(([name, perMinute]) => [name, Number(perMinute)])) as {
      [name in (typeof limitedClasses)[number]]?: number;
    };
  });

/** Other sites whose scripts may call the API: origins, parted by commas. */
const origins = z
  .string()
  .refine(
    (text) =>
      text
        .split(',')
        .every(
          (part) => /^https?:/.test(part) && URL.canParse(part) && new URL(part).origin === part,
        ),
    { error: 'must be origins such as https://booking.example, parted by commas' },
  )
  .transform((text) => text.split(','));

export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(
      ['demo', 'development', 'test', 'production'],
      'must be demo, development, test or production',
    )
    .default('demo'),
  TZ: z.literal('UTC', { error: 'must be UTC: dates are stored in the zone of the process' }),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(1337),
  PORTAL_PORT: port.default(4321),
  PG_PORT: port.default(54329),
  DATABASE_URL: optional(url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/enamel')),
  DATABASE_POOL: whole(2, 100).default(10),
  /** How long a request waits for one of these connections before it is told to come again, in seconds. */
  DATABASE_WAIT_SECONDS: whole(1, 120).default(20),
  /** Where the panel and the API answer, as a browser sees them. */
  PUBLIC_URL: optional(url(/^https?$/, 'https://panel.clinic.example')),
  /** Where the portal answers, as a patient sees it. */
  PORTAL_URL: optional(url(/^https?$/, 'https://clinic.example')),
  /** Where the portal's server finds the CMS. */
  API_URL: optional(url(/^https?$/, 'http://127.0.0.1:1337')),
  /** How many proxies of our own stand before the CMS; each appends to `X-Forwarded-For`. */
  TRUSTED_PROXIES: whole(0, 5).default(0),
  STATE_DIR: z.string().default('.enamel'),
  /** A bucket of an S3-compatible store for files; STATE_DIR when not given. */
  STORAGE_BUCKET: optional(
    z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'),
  ),
  /** Where the store answers; Amazon when not given. */
  STORAGE_ENDPOINT: optional(url(/^https?$/, 'https://s3.example.com')),
  STORAGE_REGION: z.string().default('us-east-1'),
  STORAGE_KEY_ID: optional(z.string()),
  STORAGE_SECRET: optional(z.string()),
  /** Names the bucket in the path, as most stores other than Amazon have it, and not in the host. */
  STORAGE_PATH_STYLE: flag,
  APP_KEYS: secret,
  ADMIN_JWT_SECRET: secret,
  API_TOKEN_SALT: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  JWT_SECRET: secret,
  LINK_SECRET: secret,
  PORTAL_SECRET: secret,
  /** The secret that the checkpoints of the audit trail are signed with; a file in STATE_DIR when not given. */
  AUDIT_SIGNING_KEY: optional(secret),
  /** Public keys of earlier signing keys, parted by commas. */
  AUDIT_FORMER_KEYS: optional(
    z
      .string()
      .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, 'must be keys of 64 hexadecimal digits, and commas')
      .transform((keys) => keys.split(',')),
  ),
  /** Where each checkpoint is appended too: a file on another disk or machine. */
  AUDIT_CHECKPOINT_FILE: optional(z.string()),
  /** Secrets that the most sensitive fields are sealed with, parted by commas: the first seals, all of them open. */
  FIELD_KEYS: optional(
    z
      .string()
      .transform((keys) => keys.split(',').map((key) => key.trim()))
      .refine((keys) => keys.every((key) => key.length >= 16), {
        error: 'must have at least 16 characters in each key',
      }),
  ),
  /** The same in a file, one a line. */
  FIELD_KEYS_FILE: optional(z.string()),
  /** Where erased patients are listed, by document id: a file outside of the database and its backups. */
  ERASURE_FILE: optional(z.string()),
  SMTP_URL: optional(url(/^smtps?$/, 'smtp://user:password@mail.example:587')),
  MAIL_FROM: z.string().default('Enamel <no-reply@enamel.test>'),
  TWILIO_ACCOUNT_SID: optional(z.string()),
  TWILIO_AUTH_TOKEN: optional(z.string()),
  TWILIO_FROM: optional(z.string()),
  TWILIO_BASE_URL: optional(url(/^https?$/, 'http://127.0.0.1:4100')),
  /** How often messages that are due are looked for, in seconds. */
  REMINDER_TICK_SECONDS: whole(1, 30).default(15),
  /** How long a process may hold a message that it is sending before another takes it up, in seconds. */
  REMINDER_LEASE_SECONDS: whole(2, 600).default(60),
  /** Codes by text message that guests of the whole clinic get within an hour: beyond it somebody runs up its bill. */
  GUEST_SMS_PER_HOUR: whole(0, 10_000).default(60),
  STRIPE_SECRET_KEY: optional(z.string().startsWith('sk_', 'must start with sk_')),
  STRIPE_WEBHOOK_SECRET: optional(z.string().min(8)),
  STRIPE_BASE_URL: optional(url(/^https?$/, 'http://127.0.0.1:4100')),
  /** After how many hours without use a patient is signed out, and after how many in any case. */
  PATIENT_IDLE_HOURS: whole(1, 8760).default(336),
  PATIENT_SESSION_HOURS: whole(1, 8760).default(720),
  /** The same of staff. */
  STAFF_IDLE_HOURS: whole(1, 168).default(8),
  STAFF_SESSION_HOURS: whole(1, 720).default(168),
  /** Other limits than the usual ones, requests a minute by class. */
  RATE_LIMITS: optional(rateLimits),
  /** Where replicas count requests together; PostgreSQL when not given. */
  REDIS_URL: optional(url(/^rediss?$/, 'redis://:password@host:6379')),
  CORS_ORIGINS: optional(origins),
  RATE_LIMIT_SCALE: z.coerce
    .number('must be a number above 0')
    .positive('must be a number above 0')
    .default(1),
  /** Moves the clinic's clock in tests and demonstrations: an ISO instant at which it starts. */
  CLOCK_START: optional(
    z.iso.datetime({ error: 'must be an instant such as 2026-03-29T00:30:00Z' }),
  ),
  DEMO_DATA: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'http', 'debug', 'silent']).default('info'),
});

export type Environment = z.infer<typeof environmentSchema>;

/** Every missing or malformed variable, one line each. Values are never repeated: they may be secret. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

type Variables = Record<string, string | undefined>;

const together = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ['STORAGE_BUCKET', 'STORAGE_KEY_ID', 'STORAGE_SECRET'],
];
const neededInProduction = ['DATABASE_URL', 'PUBLIC_URL', 'PORTAL_URL'];
const refusedInProduction = ['CLOCK_START', 'STRIPE_BASE_URL', 'TWILIO_BASE_URL'];

/** Told apart in production: one that leaks must not open what another guards. */
const secrets = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'LINK_SECRET',
  'PORTAL_SECRET',
  'FIELD_KEYS',
  'AUDIT_SIGNING_KEY',
];

const parsed = (address: string | undefined): URL | undefined =>
  address && URL.canParse(address) ? new URL(address) : undefined;

/** Panel and portal are two sites to a browser: a fault of one is no way into the other. */
const hostOf = (address: string | undefined): string | undefined => parsed(address)?.host;

/** Whether what is sent to an address can be read on its way. */
const isOpenHttp = (address: string | undefined): boolean => {
  const { protocol, hostname } = parsed(address) ?? {};
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname ?? '');
};

/** Rules about several variables, checked even when a single one is wrong: everything is named at once. */
const rulesBroken = (variables: Variables): string[] => {
  const broken: string[] = [];
  for (const names of together) {
    const set = names.filter((name) => variables[name]);
    if (set.length > 0)
      for (const name of names)
        if (!variables[name]) broken.push(`${name} is needed beside ${set.join(', ')}`);
  }
  if (!variables.FIELD_KEYS && !variables.FIELD_KEYS_FILE)
    broken.push('FIELD_KEYS is missing: give it, or FIELD_KEYS_FILE');
  if (variables.NODE_ENV !== 'production') return broken;
  for (const name of neededInProduction)
    if (!variables[name]) broken.push(`${name} is needed in production`);
  for (const name of refusedInProduction)
    if (variables[name]) broken.push(`${name} is refused in production`);
  const [panel, portal] = [hostOf(variables.PUBLIC_URL), hostOf(variables.PORTAL_URL)];
  if (panel !== undefined && panel === portal)
    broken.push('PORTAL_URL must have another host than PUBLIC_URL');
  for (const name of ['PUBLIC_URL', 'PORTAL_URL'])
    if (isOpenHttp(variables[name])) broken.push(`${name} must begin with https:// in production`);
  for (const [index, name] of secrets.entries()) {
    const same = secrets.slice(0, index).find((one) => variables[one] === variables[name]);
    if (variables[name] && same) broken.push(`${name} must differ from ${same}`);
  }
  if (variables.DEMO_DATA === 'true') broken.push('DEMO_DATA is refused in production');
  return broken;
};

/** Reads and checks a set of variables. @throws {EnvironmentError} naming all that is wrong at once. */
export const readEnvironment = (variables: Variables): Environment => {
  const result = environmentSchema.safeParse(variables);
  const broken = rulesBroken(variables);
  if (result.success && broken.length === 0) return result.data;
  const malformed = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.');
    return `${name} ${variables[name] ? issue.message : 'is missing'}`;
  });
  throw new EnvironmentError([...new Set([...malformed, ...broken])].sort());
};

let current: Environment | undefined;

/** The checked environment of this process, read once on first use. */
export const env = (): Environment => {
  current ??= readEnvironment(process.env);
  return current;
};

/** The panel and API as seen from outside. */
export const publicUrl = (): string => env().PUBLIC_URL ?? `http://127.0.0.1:${env().PORT}`;

/** The portal as seen from outside. */
export const portalUrl = (): string => env().PORTAL_URL ?? `http://127.0.0.1:${env().PORTAL_PORT}`;

/** The CMS as the portal's server reaches it. */
export const apiUrl = (): string => env().API_URL ?? `http://127.0.0.1:${env().PORT}`;

/** The machine's own variables, for the child processes that a command of ours starts. */
export const inheritedVariables = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
