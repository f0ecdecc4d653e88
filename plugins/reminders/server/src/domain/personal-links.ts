/** Links that act for whoever holds them: a message is kept without their tokens. */
import { createHash } from 'node:crypto';
import { maskedLink } from '../../../shared/index.ts';
import type { Message } from './message.ts';
import type { MessageFacts } from './values.ts';

/** The tokens in the links of a message: the last part of each address. */
export const tokensIn = ({ offer, manageUrl, formUrl }: MessageFacts): string[] =>
  [offer?.url, manageUrl, formUrl].flatMap((url) => url?.split('/').at(-1) ?? []);

const anchor = /<a href="([^"]*)" style="([^"]*)">([^<]*)<\/a>/g;

const withoutDeadAnchors = (html: string): string =>
  html.replaceAll(anchor, (whole, address: string, style: string, label: string) =>
    address.includes(maskedLink) ? `<span style="${style}">${label}</span>` : whole,
  );

/** The message as it is kept: the links are there to be read and open nothing. */
export const withoutTokens = (message: Message, tokens: readonly string[]): Message => {
  const masked = (text: string) =>
    tokens.reduce((rest, token) => rest.replaceAll(token, maskedLink), text);
  return {
    ...message,
    subject: message.subject && masked(message.subject),
    body: masked(message.body),
    html: message.html && withoutDeadAnchors(masked(message.html)),
  };
};

/** Tells a text again that is not kept. */
export const fingerprintOf = (text: string): Buffer => createHash('sha256').update(text).digest();
