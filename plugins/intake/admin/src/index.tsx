import { addPatientTab, registerTrads } from '@enamel/access/admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { FormsTab } from './forms/FormsTab.tsx';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'intake', name: 'intake' });
    addPatientTab(app, {
      id: 'forms',
      label: { id: 'intake.tab.forms', defaultMessage: 'Forms' },
      order: 30,
      permission: 'plugin::intake.responses.read',
      Component: FormsTab,
    });
  },
  registerTrads: registerTrads('intake', {
    en: () => import('./translations/en.json'),
    ro: () => import('./translations/ro.json'),
  }),
};
