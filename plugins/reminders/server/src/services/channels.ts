import { env } from '@enamel/config';
import type { SmsAccount } from './sms.ts';

/** What the clinic can send with; undefined where nothing is set up and messages are kept. */
export const channels = (): { smtpUrl: string | undefined; sms: SmsAccount | undefined } => {
  const { SMTP_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_BASE_URL } = env();
  const sms =
    TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN && TWILIO_FROM
      ? {
          sid: TWILIO_ACCOUNT_SID,
          token: TWILIO_AUTH_TOKEN,
          from: TWILIO_FROM,
          baseUrl: TWILIO_BASE_URL,
        }
      : undefined;
  return { smtpUrl: SMTP_URL, sms };
};
