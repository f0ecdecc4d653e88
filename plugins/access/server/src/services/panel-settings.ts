/** How the panel is kept safe: rows of the clinic's settings, with what holds where there is none. */
import { record } from '@enamel/audit';
import { invalid } from '@enamel/kernel';
import { rows, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PanelSettings, PanelSettingsAnswer } from '../../../shared/panel-settings.ts';
import { rolesWithFactors, storedPanelSettings } from '../store/panel-settings.ts';

const lock = 7_341_215;

const descriptions = {
  'panel.lock-minutes': 'Panel: minutes without use after which it locks; 0 for never.',
  'panel.second-factor-roles': 'Panel: codes of the roles whose members need a second factor.',
} as const;

export const showPanelSettings = async (strapi: Core.Strapi): Promise<PanelSettingsAnswer> => {
  const on = strapi.db.connection;
  const { lockMinutes, secondFactorRoles } = await storedPanelSettings(on);
  return {
    data: { lockMinutes, secondFactorRoles: [...secondFactorRoles] },
    meta: { roles: await rolesWithFactors(on) },
  };
};

/** Writes what differs, as whoever asks. @throws 400 NO_SUCH_ROLE */
export const changePanelSettings = async (
  strapi: Core.Strapi,
  { lockMinutes, secondFactorRoles }: PanelSettings,
): Promise<PanelSettingsAnswer> => {
  const known = new Set((await rolesWithFactors(strapi.db.connection)).map(({ code }) => code));
  if (!secondFactorRoles.every((code) => known.has(code))) {
    const message = 'There is no such role.';
    throw invalid('NO_SUCH_ROLE', message, { fields: [{ field: 'secondFactorRoles', message }] });
  }
  await transaction(strapi, async (trx) => {
    await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
    const documents = strapi.documents('api::setting.setting');
    const now = await storedPanelSettings(trx);
    const before = {
      'panel.lock-minutes': now.lockMinutes,
      'panel.second-factor-roles': [...now.secondFactorRoles].sort(),
    };
    const values = {
      'panel.lock-minutes': lockMinutes,
      'panel.second-factor-roles': [...new Set(secondFactorRoles)].sort(),
    };
    for (const key of Object.keys(values) as (keyof typeof values)[]) {
      const value = values[key];
      if (JSON.stringify(before[key]) === JSON.stringify(value)) continue;
      const found = await documents.findFirst({ filters: { key } });
      const description = descriptions[key];
      if (found) await documents.update({ documentId: found.documentId, data: { value } });
      else await documents.create({ data: { key, value, description } });
      await record(strapi, trx, {
        action: 'setting.changed',
        subject: 'setting',
        ...(found ? { subjectId: found.documentId } : {}),
        detail: { key, before: before[key], value },
      });
    }
  });
  return showPanelSettings(strapi);
};
