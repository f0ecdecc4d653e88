import { end } from '../../scripts/processes.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';

describe('the messages a clinic is given', () => {
  let clinic: Clinic;
  const templates = async (): Promise<string[]> =>
    (
      await clinic.db.query(
        `select concat_ws(' ', key, channel, language) as name from message_templates order by 1`,
      )
    ).rows.map(({ name }) => name);
  const rules = async (): Promise<string[]> =>
    (
      await clinic.db.query(
        `select concat_ws(' ', event, template_key, channel) as name from reminder_rules order by 1`,
      )
    ).rows.map(({ name }) => name);
  const restart = async () => {
    await Promise.all(clinic.servers.map((server) => end(server.process)));
    await Promise.all([clinic.startCms(), clinic.startCms()]);
  };

  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  test('an existing clinic gets what is new once, and keeps what it wrote and deleted', async () => {
    const all = { templates: await templates(), rules: await rules() };
    expect(all.templates).toContain('wait-list-offer sms ro');
    // As it was before there were offers: with a text of its own, and without one it did not like.
    await clinic.db.query(
      `with texts as (delete from message_templates where key = 'wait-list-offer'),
         moved as (delete from message_templates where key = 'booking-moved' and language = 'en'),
         own as (update message_templates set body = 'Ours' where key = 'booking-cancelled'),
         noted as (delete from strapi_core_store_settings where key = 'plugin_reminders_given')
       delete from reminder_rules where template_key = 'wait-list-offer'`,
    );
    await restart();
    expect(await templates()).toEqual(
      all.templates.filter((name) => name !== 'booking-moved email en'),
    );
    expect(await rules()).toEqual(all.rules);
    const { rows } = await clinic.db.query(
      `select distinct body from message_templates where key = 'booking-cancelled'`,
    );
    expect(rows).toEqual([{ body: 'Ours' }]);

    await clinic.db.query(
      `with texts as (delete from message_templates where key = 'wait-list-offer' and channel = 'sms')
       delete from reminder_rules where template_key = 'wait-list-offer' and channel = 'sms'`,
    );
    const left = { templates: await templates(), rules: await rules() };
    await restart();
    expect({ templates: await templates(), rules: await rules() }).toEqual(left);
  });

  test('a clinic that deleted all of them is not given any again', async () => {
    await clinic.db.query(
      'with texts as (delete from message_templates) delete from reminder_rules',
    );
    await restart();
    expect({ templates: await templates(), rules: await rules() }).toEqual({
      templates: [],
      rules: [],
    });
  });
});
