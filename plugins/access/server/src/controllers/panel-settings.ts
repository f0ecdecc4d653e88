import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { panelSettings as shape } from '../../../shared/panel-settings.ts';
import { changePanelSettings, showPanelSettings } from '../services/panel-settings.ts';

export const panelSettings = ({ strapi }: { strapi: Core.Strapi }) => ({
  show: guarded({}, () => showPanelSettings(strapi)),
  change: guarded({ body: shape }, ({ body }) => changePanelSettings(strapi, body)),
});
