import { system } from '@enamel/kernel';
import { consume, every, runAs } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { chain } from './controllers/chain.ts';
import { entries } from './controllers/entries.ts';
import { pickers } from './middlewares/pickers.ts';
import { rights } from './middlewares/rights.ts';
import { signIns } from './middlewares/sign-ins.ts';
import { routes } from './routes/index.ts';
import { startChain } from './services/chain.ts';
import { consentHolding } from './services/privacy/consents.ts';
import { correctionHolding } from './services/privacy/corrections.ts';
import { forgetNotices } from './services/privacy/erasure-notice.ts';
import { forgetArchives, makeExport } from './services/privacy/exports.ts';
import { heldDoor } from './services/privacy/held-door.ts';
import { hold } from './services/privacy/holdings.ts';
import { beginRegister } from './services/privacy/register.ts';
import { requestHolding } from './services/privacy/requests.ts';
import { rememberErased } from './services/privacy/restored.ts';
import { forgetKept } from './services/privacy/retention.ts';
import { sealingDoor } from './services/sealing/door.ts';
import { checkKeys } from './services/sealing/sealed-fields.ts';
import { watch } from './services/watch.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(watch(strapi));
    strapi.documents.use(sealingDoor(strapi));
    strapi.documents.use(heldDoor(strapi));
    hold(strapi, consentHolding(strapi), correctionHolding(strapi), requestHolding(strapi));
    consume(strapi, {
      queue: 'audit.exports',
      events: ['privacy.export-asked'],
      handle: ({ payload }) => makeExport(strapi, payload.export),
    });
    every(strapi, '50 3 * * * *', 'audit.forget-archives', async () => {
      await forgetArchives(strapi);
      await forgetNotices(strapi);
    });
    every(strapi, '20 * * * * *', 'audit.forget-kept', () => forgetKept(strapi));
    every(strapi, '40 * * * * *', 'audit.remember-erased', () => rememberErased(strapi));
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany([
      {
        section: 'plugins',
        displayName: 'Read the audit trail',
        uid: 'trail.read',
        pluginName: 'audit',
      },
    ]);
    await checkKeys(strapi);
    await startChain(strapi);
    await beginRegister(strapi);
    await runAs(system('audit.remember-erased'), () => rememberErased(strapi));
  },
  controllers: { chain, entries },
  middlewares: { pickers, rights, 'sign-ins': signIns },
  routes,
};
