/** Text messages by Twilio. */
import twilio from 'twilio';
import { type Outcome, twilioOutcome } from '../domain/attempts.ts';
import { fingerprintOf } from '../domain/personal-links.ts';

export interface SmsAccount {
  readonly sid: string;
  readonly token: string;
  /** The clinic's number, E.164. */
  readonly from: string;
  /** A stand-in's address, in tests. */
  readonly baseUrl: string | undefined;
}

const clientOf = ({ sid, token, baseUrl }: SmsAccount) => {
  const client = twilio(sid, token, { timeout: 20_000 });
  if (baseUrl !== undefined) client.api.baseUrl = baseUrl;
  return client;
};

export const sendSms = async (account: SmsAccount, to: string, body: string): Promise<Outcome> => {
  try {
    const { sid, status } = await clientOf(account).messages.create({
      to,
      from: account.from,
      body,
    });
    return { kind: 'sent', providerId: sid, answer: status };
  } catch (error) {
    return twilioOutcome(error as Error & { status?: number });
  }
};

const clockSkew = 300_000;

/** Message ids, oldest first, under which Twilio took the text of this fingerprint for this number at or after `since` (machine time). */
export const findSms = async (
  account: SmsAccount,
  to: string,
  fingerprint: Buffer,
  since: Date,
): Promise<string[]> => {
  const messages = await clientOf(account).messages.list({ to, from: account.from, limit: 100 });
  return messages
    .filter(({ body }) => fingerprintOf(body).equals(fingerprint))
    .filter(({ dateCreated }) => dateCreated.getTime() >= since.getTime() - clockSkew)
    .map(({ sid }) => sid)
    .reverse();
};
