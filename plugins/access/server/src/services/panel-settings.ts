/** How the panel is kept safe: rows of the clinic's settings, with what holds where there is none. */
import { record } from '@enamel/audit';
import { rows, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PanelSettings } from '../../../shared/panel-settings.ts';
import { storedPanelSettings } from '../store/panel-settings.ts';

const lock = 7_341_215;

const descriptions = {
  'panel.lock-minutes': 'Panel: minutes without use after which it locks; 0 for never.',
} as const;

export const showPanelSettings = async (strapi: Core.Strapi): Promise<{ data: PanelSettings }> => ({
  data: await storedPanelSettings(strapi.db.connection),
});

/** Writes what differs, as whoever asks. */
export const changePanelSettings = async (
  strapi: Core.Strapi,
  { lockMinutes }: PanelSettings,
): Promise<{ data: PanelSettings }> => {
  await transaction(strapi, async (trx) => {
    await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
    const documents = strapi.documents('api::setting.setting');
    const values = { 'panel.lock-minutes': lockMinutes };
    for (const [key, value] of Object.entries(values)) {
      const found = await documents.findFirst({ filters: { key } });
      if (JSON.stringify(found?.value) === JSON.stringify(value)) continue;
      const description = descriptions[key as keyof typeof descriptions];
      if (found) await documents.update({ documentId: found.documentId, data: { value } });
      else await documents.create({ data: { key, value, description } });
      await record(strapi, trx, {
        action: 'setting.changed',
        subject: 'setting',
        ...(found ? { subjectId: found.documentId } : {}),
        detail: { key, before: found?.value ?? null, value },
      });
    }
  });
  return showPanelSettings(strapi);
};
