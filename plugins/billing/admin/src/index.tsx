import { addPatientTab, registerTrads } from '@enamel/access/admin';
import { PriceTag } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { LedgerTab } from './pages/LedgerTab.tsx';

const reading = 'plugin::billing.invoices.read';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'billing', name: 'billing' });
    app.addMenuLink({
      to: 'plugins/billing',
      icon: PriceTag,
      intlLabel: { id: 'billing.billing', defaultMessage: 'Billing' },
      position: 0.6,
      permissions: [{ action: reading, subject: null }] as never,
      Component: () => import('./pages/BillingPage.tsx'),
    });
    addPatientTab(app, {
      id: 'invoices',
      label: { id: 'billing.invoices', defaultMessage: 'Invoices' },
      order: 50,
      permission: reading,
      Component: LedgerTab,
    });
  },
  registerTrads: registerTrads('billing', {
    en: () => import('./translations/en.json'),
    ro: () => import('./translations/ro.json'),
  }),
};
