/** A real SMTP server in the test's process. It keeps what it accepted and can refuse or delay on purpose. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  /** Envelope recipients, lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** Content of the text/calendar part, when there is one. */
  readonly calendar: string | undefined;
  /** Addresses in the text, in order. */
  readonly links: readonly string[];
  readonly parsed: ParsedMail;
}

export interface Refusal {
  /** SMTP reply code: 4xx is temporary, 5xx for good. */
  readonly code: number;
  readonly message: string;
}

export interface MailServer {
  readonly url: string;
  readonly port: number;
  /** All mail accepted so far, in order of arrival. */
  readonly mails: readonly Mail[];
  to(address: string): Mail[];
  /** The first mail to an address that `matches`; waits for it. */
  waitFor(address: string, matches?: (mail: Mail) => boolean, seconds?: number): Promise<Mail>;
  /** Decides on each recipient; undefined accepts. */
  refuse(rule: (address: string) => Refusal | undefined): void;
  /** Milliseconds between the end of a mail and the server's answer. */
  delay(milliseconds: number): void;
  clear(): void;
  stop(): Promise<void>;
}

const toMail = async (source: Buffer, to: readonly string[]): Promise<Mail> => {
  const parsed = await simpleParser(source);
  const calendar = parsed.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const text = parsed.text ?? '';
  return {
    to,
    subject: parsed.subject ?? '',
    text,
    html: parsed.html || '',
    messageId: parsed.messageId ?? '',
    calendar: calendar?.content.toString('utf8'),
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    parsed,
  };
};

/** Listens on 127.0.0.1, on any free port when none is given. */
export const startMailServer = async (port = 0): Promise<MailServer> => {
  const mails: Mail[] = [];
  let refusal: (address: string) => Refusal | undefined = () => undefined;
  let pause = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo(address, _session, done) {
      const refused = refusal(address.address.toLowerCase());
      if (!refused) return done();
      done(Object.assign(new Error(refused.message), { responseCode: refused.code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        toMail(Buffer.concat(chunks), to).then((mail) => {
          mails.push(mail);
          setTimeout(done, pause);
        }, done);
      });
    },
  });
  // A client that dies in mid-conversation is part of the tests.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const listening = (server.server.address() as AddressInfo).port;
  const to = (address: string) => mails.filter((mail) => mail.to.includes(address.toLowerCase()));
  return {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening,
    mails,
    to,
    async waitFor(address, matches = () => true, seconds = 30) {
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until) {
        const found = to(address).find(matches);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const seen = mails.map((mail) => `${mail.to.join(', ')}: ${mail.subject}`).join('\n');
      throw new Error(`no such mail to ${address} within ${seconds} s; seen:\n${seen || 'none'}`);
    },
    refuse(rule) {
      refusal = rule;
    },
    delay(milliseconds) {
      pause = milliseconds;
    },
    clear() {
      mails.length = 0;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
