import { createTransport } from 'nodemailer';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';

describe('the stand-ins of the tests', () => {
  let standIns: StandIns;
  beforeAll(async () => {
    standIns = await startStandIns();
  });
  afterAll(() => standIns.stop());

  test('the mail server keeps what it accepts and refuses on demand', async () => {
    const sender = createTransport(standIns.mail.url);
    const letter = {
      from: 'clinic@enamel.test',
      subject: 'Hello',
      text: 'See http://a.test/b now',
    };
    await sender.sendMail({ ...letter, to: 'Ana@Example.test' });
    const mail = await standIns.mail.waitFor('ana@example.test');
    expect(mail.links).toEqual(['http://a.test/b']);
    standIns.mail.refuse(() => ({ code: 550, message: 'no such mailbox' }));
    await expect(sender.sendMail({ ...letter, to: 'nobody@example.test' })).rejects.toThrow(
      'no such mailbox',
    );
    expect(standIns.mail.mails).toHaveLength(1);
  });

  test('Stripe and Twilio answer', async () => {
    expect(await standIns.sms()).toEqual([]);
    const customers = await fetch(`${standIns.stripeUrl}/v1/customers`, {
      headers: { authorization: `Bearer ${standIns.variables.STRIPE_SECRET_KEY}` },
    });
    expect(customers.status).toBe(200);
  });
});
