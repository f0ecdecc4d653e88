import { boundReaders, hold } from '@enamel/audit';
import { clockOf, every } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { account } from './controllers/account.ts';
import { accountAccess } from './controllers/account-access.ts';
import { clinic } from './controllers/clinic.ts';
import { consents } from './controllers/consents.ts';
import { corrections } from './controllers/corrections.ts';
import { erasure } from './controllers/erasure.ts';
import { factors } from './controllers/factors.ts';
import { family } from './controllers/family.ts';
import { guest } from './controllers/guest.ts';
import { lock } from './controllers/lock.ts';
import { merging } from './controllers/merging.ts';
import { panelSettings } from './controllers/panel-settings.ts';
import { patientAccounts } from './controllers/patient-accounts.ts';
import { patients } from './controllers/patients.ts';
import { privacy } from './controllers/privacy.ts';
import { scope } from './controllers/scope.ts';
import { self } from './controllers/self.ts';
import { signIn } from './controllers/sign-in.ts';
import { staff } from './controllers/staff.ts';
import { staffFactors } from './controllers/staff-factors.ts';
import { staffSignIn } from './controllers/staff-sign-in.ts';
import { fileDoorsMiddleware } from './middlewares/file-doors.ts';
import { generated } from './middlewares/generated.ts';
import { headersMiddleware } from './middlewares/headers.ts';
import { layouts } from './middlewares/layouts.ts';
import { limitsMiddleware } from './middlewares/limits.ts';
import { mediaMiddleware } from './middlewares/media.ts';
import { ownSessionMiddleware } from './middlewares/own-session.ts';
import { panelQueriesMiddleware } from './middlewares/panel-queries.ts';
import { panelRecords } from './middlewares/panel-records.ts';
import { passwordsMiddleware } from './middlewares/passwords.ts';
import { sameSiteMiddleware } from './middlewares/same-site.ts';
import { scoped } from './middlewares/scoped.ts';
import { staffDoorsMiddleware } from './middlewares/staff-doors.ts';
import { uploadsMiddleware } from './middlewares/uploads.ts';
import { accountRoutes } from './routes/account.ts';
import { accountAccessRoutes } from './routes/account-access.ts';
import { consentRoutes, ownConsentRoutes } from './routes/consents.ts';
import { correctionRoutes, ownCorrectionRoutes } from './routes/corrections.ts';
import { erasureRoutes, ownErasureRoutes } from './routes/erasure.ts';
import { factorRoutes } from './routes/factors.ts';
import { lockRoutes } from './routes/lock.ts';
import { clinicRoute, panelRoutes } from './routes/panel.ts';
import { ownPrivacyRoutes, privacyRoutes } from './routes/privacy.ts';
import { scopeRoutes } from './routes/scope.ts';
import { staffRoutes } from './routes/staff.ts';
import { staffFactorRoutes } from './routes/staff-factors.ts';
import { forgetMails } from './services/account-mail.ts';
import { checkClinic } from './services/clinic-check.ts';
import { closeContentApiTokens } from './services/content-api-tokens.ts';
import { moveTotpKeys } from './services/factors/totp-keys.ts';
import { guardGrants } from './services/grant-rights.ts';
import { guardRoutes } from './services/guard-routes.ts';
import { forgetCodes } from './services/guest-codes.ts';
import { holdings } from './services/holdings.ts';
import { lookForDuplicates } from './services/merging/duplicates.ts';
import { forgetMerges } from './services/merging/undo.ts';
import { endPasswordThread } from './services/password-thread.ts';
import { admitPatients } from './services/patient-strategy.ts';
import { protectSuperAdmins } from './services/protect-super-admins.ts';
import { scopeOf } from './services/scope.ts';
import { offerConditions } from './services/scope-conditions.ts';
import { scopeDocuments, scopeQueries } from './services/scope-documents.ts';
import { seedAccess } from './services/seed.ts';
import { keepSessions } from './services/session-manager.ts';
import { forgetEndedSessions } from './services/sessions.ts';
import { watchStaffEmails } from './services/staff-email.ts';
import { inviteNewStaff } from './services/staff-members.ts';
import { guardPanelSignIn } from './services/staff-sign-in.ts';
import { staffStrategy } from './services/staff-strategy.ts';
import { endOwnTokens, guardStaffTokens } from './services/staff-tokens.ts';
import { forgetAttempts } from './store/attempts.ts';
import { forgetSpent } from './store/factors.ts';
import { forgetNameWords } from './store/patient-search.ts';
import { patientInScope } from './store/scope.ts';
import { scopeTable } from './store/scoped-records.ts';
import { forgetWindows } from './store/windows.ts';

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  displayName,
  uid,
  pluginName: 'access',
});

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.get('auth').register('content-api', staffStrategy(strapi));
    admitPatients(strapi);
    guardRoutes(strapi);
    protectSuperAdmins(strapi);
    closeContentApiTokens(strapi);
    inviteNewStaff(strapi);
    watchStaffEmails(strapi);
    endOwnTokens(strapi);
    strapi.get('controllers').extend('plugin::users-permissions.auth', (auth: object) => ({
      ...auth,
      callback: signIn({ strapi }).password,
    }));
    strapi.documents.use(checkClinic());
    hold(strapi, ...holdings(strapi));
    strapi.documents.use(scopeDocuments(strapi));
    every(strapi, '0 */10 * * * *', 'access.forget-codes', () => forgetCodes(strapi));
    every(strapi, '45 17 * * * *', 'access.forget-mails', () => forgetMails(strapi));
    every(strapi, '30 7 * * * *', 'access.forget-sessions', () => forgetEndedSessions(strapi));
    every(strapi, '50 */5 * * * *', 'access.look-for-duplicates', () => lookForDuplicates(strapi));
    every(strapi, '40 20 4 * * *', 'access.forget-merges', () => forgetMerges(strapi));
    every(strapi, '20 40 3 * * *', 'access.forget-names', () =>
      forgetNameWords(strapi.db.connection),
    );
    every(strapi, '15 27 * * * *', 'access.forget-attempts', async () => {
      const now = clockOf(strapi).now().toString();
      await forgetAttempts(strapi.db.connection, now);
      await forgetSpent(strapi.db.connection, now);
    });
    every(strapi, '30 */10 * * * *', 'access.forget-windows', () =>
      forgetWindows(strapi.db.connection),
    );
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    keepSessions(strapi);
    guardGrants(strapi);

    guardPanelSignIn(strapi);
    guardStaffTokens(strapi);
    await moveTotpKeys(strapi);
    scopeQueries(strapi);
    scopeTable(strapi, { table: 'patient_merges', id: 'id', patient: 'winner_id' });
    for (const table of ['privacy_erasures', 'privacy_corrections', 'privacy_exports'])
      scopeTable(strapi, { table, id: 'id', patient: 'patient_id' });
    boundReaders(strapi, async (patient) => {
      const scope = await scopeOf(strapi);
      return scope.everywhere ? undefined : patientInScope(scope, patient);
    });
    await offerConditions(strapi);
    await strapi
      .service('admin::permission')
      .actionProvider.registerMany([
        action('patients.read', 'Find and open patients'),
        action('patients.write', 'Add and change patients'),
        action('patients.merge', 'Merge two records of one patient'),
        action('security.manage', 'Set how the panel is kept safe'),
        action('second-step.reset-patients', 'Reset the second step of a patient who lost it'),
        action('second-step.reset-staff', 'Reset the second step of a member of staff who lost it'),
        action('privacy.export', 'Hand a patient a copy of their data'),
        action('privacy.answer', 'Answer who asks to be erased'),
        action('records.open', 'Open a record in an emergency'),
        action('records.watch', 'See which records were opened in an emergency'),
        action('places.decide', 'Answer requests for locations'),
        action('places.assign', 'Say who works where'),
      ]);
  },
  destroy: () => endPasswordThread(),
  controllers: {
    account,
    accountAccess,
    clinic,
    factors,
    consents,
    corrections,
    erasure,
    family,
    guest,
    lock,
    merging,
    panelSettings,
    patientAccounts,
    patients,
    privacy,
    scope,
    self,
    signIn,
    staff,
    staffFactors,
    staffSignIn,
  },
  middlewares: {
    'file-doors': fileDoorsMiddleware,
    generated,
    headers: headersMiddleware,
    limits: limitsMiddleware,
    ownSession: ownSessionMiddleware,
    media: mediaMiddleware,
    layouts,
    panelQueries: panelQueriesMiddleware,
    panelRecords,
    passwords: passwordsMiddleware,
    'same-site': sameSiteMiddleware,
    scoped,
    'staff-doors': staffDoorsMiddleware,
    uploads: uploadsMiddleware,
  },
  routes: {
    admin: {
      type: 'admin' as const,
      routes: [
        ...panelRoutes,
        ...lockRoutes,
        ...privacyRoutes,
        ...erasureRoutes,
        ...consentRoutes,
        ...correctionRoutes,
        ...scopeRoutes,
        ...staffRoutes,
        ...staffFactorRoutes,
      ],
    },
    'content-api': {
      type: 'content-api' as const,
      routes: [
        clinicRoute,
        ...accountRoutes,
        ...accountAccessRoutes,
        ...factorRoutes,
        ...ownPrivacyRoutes,
        ...ownErasureRoutes,
        ...ownConsentRoutes,
        ...ownCorrectionRoutes,
      ],
    },
  },
  services: {
    /** Called by the CMS after every plugin and the panel have started. */
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ seed: () => seedAccess(strapi) }),
  },
};
