import { addPatientTab, registerTrads } from '@enamel/access/admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { filePermissions } from '../../shared/files.ts';
import { ChartTab } from './chart/ChartTab.tsx';
import { TreatmentsTab } from './chart/TreatmentsTab.tsx';
import { FilesTab } from './files/FilesTab.tsx';

const reading = 'plugin::charting.record.read';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'charting', name: 'charting' });
    addPatientTab(app, {
      id: 'chart',
      label: { id: 'charting.tab.chart', defaultMessage: 'Chart' },
      order: 10,
      permission: reading,
      Component: ChartTab,
    });
    addPatientTab(app, {
      id: 'treatments',
      label: { id: 'charting.tab.treatments', defaultMessage: 'Treatments' },
      order: 20,
      permission: reading,
      Component: TreatmentsTab,
    });
    addPatientTab(app, {
      id: 'files',
      label: { id: 'charting.tab.files', defaultMessage: 'Files' },
      order: 25,
      permission: filePermissions.read,
      Component: FilesTab,
    });
  },
  registerTrads: registerTrads('charting', {
    en: () => import('./translations/en.json'),
    ro: () => import('./translations/ro.json'),
  }),
};
