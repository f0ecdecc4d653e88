/**
 * The counterparts of a clinic for tests: an SMTP server, Stripe and Twilio. None of them leaves 127.0.0.1.
 *
 *     const standIns = await startStandIns();
 *     const clinic = await openClinic({ port: standIns.cmsPort, variables: standIns.variables });
 *     …
 *     await clinic.close();
 *     await standIns.stop();
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, end, freePort, portIsFree, tied } from '../../scripts/processes.ts';
import { type MailServer, startMailServer } from './mail.ts';
import { type Sms, sentMessages } from './twilio.ts';

const twilioAccount = {
  sid: 'AC00000000000000000000000000000000',
  token: 'twilio_test_auth_token',
};
const stripeKey = 'sk_test_enamel';
const webhookSecret = 'whsec_enamel_test_0123456789';
const sender = '+15551234567';

export interface StandIns {
  readonly mail: MailServer;
  readonly stripeUrl: string;
  readonly twilioUrl: string;
  /** Stripe's webhooks go to the CMS on this port: start the first process there. */
  readonly cmsPort: number;
  readonly webhookSecret: string;
  /** What a CMS process needs in its environment to use them all. */
  readonly variables: Record<string, string>;
  /** SMS sent so far, oldest first; to one number (E.164) when given. */
  sms(to?: string): Promise<Sms[]>;
  stop(): Promise<void>;
}

/** Two neighbouring ports: the stand-in serves Stripe on the first and Twilio on the second. */
const freePair = async (): Promise<number> => {
  for (;;) {
    const port = await freePort();
    if (port < 65_535 && (await portIsFree(port + 1))) return port;
  }
};

const seedFor = (cmsPort: number) => ({
  twilio: {
    account: { sid: twilioAccount.sid, auth_token: twilioAccount.token },
    phone_numbers: [{ phone_number: sender }],
  },
  stripe: {
    webhooks: [
      {
        url: `http://127.0.0.1:${cmsPort}/api/billing/stripe/webhook`,
        events: ['*'],
        secret: webhookSecret,
      },
    ],
  },
});

export const startStandIns = async (options: { cmsPort?: number } = {}): Promise<StandIns> => {
  const cmsPort = options.cmsPort ?? (await freePort());
  const port = await freePair();
  const folder = mkdtempSync(join(tmpdir(), 'enamel-stand-ins-'));
  const seed = join(folder, 'seed.json');
  writeFileSync(seed, JSON.stringify(seedFor(cmsPort)));
  const root = process.env.TEST_ROOT ?? process.cwd();
  const program = join(root, 'node_modules/emulate/dist/index.js');
  const child = tied(
    spawn(
      process.execPath,
      [program, 'start', '-p', String(port), '-s', 'stripe,twilio', '--seed', seed],
      { cwd: folder, stdio: 'ignore', env: { PATH: process.env.PATH ?? '', TZ: 'UTC' } },
    ),
  );
  const stripeUrl = `http://127.0.0.1:${port}`;
  const twilioUrl = `http://127.0.0.1:${port + 1}`;
  const mail = await startMailServer();
  await Promise.all([answers(stripeUrl, child, 30), answers(twilioUrl, child, 30)]);
  return {
    mail,
    stripeUrl,
    twilioUrl,
    cmsPort,
    webhookSecret,
    variables: {
      SMTP_URL: mail.url,
      TWILIO_ACCOUNT_SID: twilioAccount.sid,
      TWILIO_AUTH_TOKEN: twilioAccount.token,
      TWILIO_FROM: sender,
      TWILIO_BASE_URL: twilioUrl,
      STRIPE_SECRET_KEY: stripeKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_BASE_URL: stripeUrl,
    },
    sms: (to) => sentMessages({ url: twilioUrl, ...twilioAccount }, to),
    async stop() {
      await Promise.all([end(child), mail.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
