import { hold } from '@enamel/audit';
import { every } from '@enamel/kernel/server';
import { addGapSource } from '@enamel/scheduling';
import type { Core } from '@strapi/strapi';
import { chart } from './controllers/chart.ts';
import { files } from './controllers/files.ts';
import { record } from './controllers/record.ts';
import { routes } from './routes/index.ts';
import { chartDoor } from './services/door.ts';
import { forgetFiles } from './services/files.ts';
import { holdings } from './services/holdings.ts';
import { planSource } from './services/plan-source.ts';

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  displayName,
  uid,
  pluginName: 'charting',
});

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(chartDoor(strapi));
    hold(strapi, ...holdings(strapi));
    every(strapi, '25 */10 * * * *', 'charting.forget-files', () => forgetFiles(strapi));
    addGapSource(strapi, planSource(strapi));
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi
      .service('admin::permission')
      .actionProvider.registerMany([
        action('record.read', 'Read the chart'),
        action('chart.write', 'Write in the chart'),
        action('files.read', 'Open pictures and papers of patients'),
        action('files.write', 'Add pictures and papers to patients'),
        action('files.remove', 'Remove pictures and papers of patients'),
      ]);
  },
  controllers: { chart, files, record },
  routes,
};
