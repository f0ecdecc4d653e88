/** Handing e-mail to an SMTP server, so that a process that dies in the middle is never in doubt for long. */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Outcome, smtpOutcome } from '../domain/attempts.ts';
import type { Message } from '../domain/message.ts';

export interface Sender {
  readonly name: string;
  readonly email: string;
}

export interface Letter {
  readonly from: Sender;
  readonly replyTo: string | null;
  readonly to: string;
  readonly message: Message;
  /** Stays the same through every attempt, so that receivers can tell a copy. */
  readonly messageId: string;
  readonly date: Temporal.Instant;
}

/** `Enamel <no-reply@enamel.test>` in its parts. */
export const senderOf = (mailFrom: string): Sender => {
  const match = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(mailFrom);
  return match
    ? { name: match[1] ?? '', email: match[2] ?? '' }
    : { name: '', email: mailFrom.trim() };
};

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

const compose = async (letter: Letter): Promise<Buffer> => {
  const { from, replyTo, to, message, messageId, date } = letter;
  const { message: source } = await composer.sendMail({
    from: { name: from.name, address: from.email },
    to,
    ...(replyTo ? { replyTo } : {}),
    subject: message.subject ?? '',
    text: message.body,
    ...(message.html ? { html: message.html } : {}),
    ...(message.calendar
      ? { icalEvent: { ...message.calendar, filename: 'appointment.ics' } }
      : {}),
    messageId,
    date: new Date(date.epochMilliseconds),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
  });
  return source as Buffer;
};

const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

const connect = (connection: SMTPConnection, url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { auth } = parseConnectionUrl(url);
    connection.once('error', reject);
    connection.connect((failed) => {
      if (failed) return reject(failed);
      if (!auth || !connection.allowsAuth) return resolve();
      const credentials = { user: auth.user ?? '', pass: auth.pass ?? '' };
      connection.login({ ...credentials, credentials }, (refused) =>
        refused ? reject(refused) : resolve(),
      );
    });
  });

const transfer = (
  connection: SMTPConnection,
  envelope: { from: string; to: string },
  source: Readable,
): Promise<string> =>
  new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.send(envelope, source, (failed, info) =>
      failed ? reject(failed) : resolve(info?.response ?? ''),
    );
  });

/**
 * Sends one letter. `handOver` is asked after the server has the whole text and before the dot that makes it a mail:
 * when it answers false the connection is dropped and the server forgets the text.
 * @returns undefined when nothing left because `handOver` said so.
 */
export const sendEmail = async (
  url: string,
  letter: Letter,
  handOver: () => Promise<boolean>,
): Promise<Outcome | undefined> => {
  const text = await compose(letter);
  const stage: { handedOver: boolean; withheld: boolean } = { handedOver: false, withheld: false };
  const source = Readable.from(
    (async function* () {
      yield text;
      stage.handedOver = await handOver();
      stage.withheld = !stage.handedOver;
      if (stage.withheld) throw new Error('the lease is no longer held');
    })(),
  );
  const connection = new SMTPConnection({ ...parseConnectionUrl(url), ...patience });
  try {
    await connect(connection, url);
    const envelope = { from: letter.from.email, to: letter.to };
    const answer = await transfer(connection, envelope, source);
    return { kind: 'sent', providerId: letter.messageId, answer };
  } catch (error) {
    if (stage.withheld) return undefined;
    return smtpOutcome(error as Error, stage.handedOver);
  } finally {
    // The server said all there is to say: what a closing connection still complains about changes nothing.
    connection.on('error', () => undefined);
    connection.close();
  }
};
