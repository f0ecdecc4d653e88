/** Reads back what the Twilio stand-in was asked to send. */

export interface Sms {
  readonly sid: string;
  readonly to: string;
  readonly body: string;
}

export interface TwilioAccount {
  readonly url: string;
  readonly sid: string;
  readonly token: string;
}

/** Every message the account sent, oldest first; to one number when given (E.164). */
export const sentMessages = async (account: TwilioAccount, to?: string): Promise<Sms[]> => {
  const authorization = `Basic ${btoa(`${account.sid}:${account.token}`)}`;
  const found: Sms[] = [];
  for (let page = 0; ; page++) {
    const query = new URLSearchParams({
      PageSize: '100',
      Page: String(page),
      ...(to === undefined ? {} : { To: to }),
    });
    const response = await fetch(
      `${account.url}/2010-04-01/Accounts/${account.sid}/Messages.json?${query}`,
      { headers: { authorization } },
    );
    const body = (await response.json()) as { messages: Sms[]; next_page_uri: string | null };
    found.push(...body.messages);
    if (!body.next_page_uri) return found.reverse();
  }
};
