import { Eye, Key, Lock, Shield, User, WarningCircle } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { scopePermissions } from '../../shared/scope-permissions.ts';
import { MenuScope } from './brand/MenuScope.tsx';
import { paint } from './brand/paint.ts';
import { openPages } from './entry/pages.tsx';
import { addOpenPages, replacePages } from './entry/router.tsx';
import { AccountTab } from './factors/AccountTab.tsx';
import { FamilyTab } from './family/FamilyTab.tsx';
import { clinicProfile } from './kit/clinic.ts';
import { addPatientTab } from './kit/patient-tabs.ts';
import { registerTrads } from './kit/translations.ts';
import { SummaryTab } from './pages/SummaryTab.tsx';
import { VisitsTab } from './pages/VisitsTab.tsx';
import { PrivacyTab } from './privacy/PrivacyTab.tsx';
import { PlacesTab } from './scope/PlacesTab.tsx';
import { settingsPermission } from './security/permission.ts';
import { lockPath, PanelFrame } from './session/PanelFrame.tsx';
import { watchRequests } from './session/requests.ts';
import { LooksTab } from './trail/LooksTab.tsx';

const reading = 'plugin::access.patients.read';

const trailReading = 'plugin::audit.trail.read';

const words = [
  registerTrads('access', {
    en: () => import('./translations/en.json'),
    ro: () => import('./translations/ro.json'),
  }),
  registerTrads('trail', {
    en: () => import('./trail/words/en.json'),
    ro: () => import('./trail/words/ro.json'),
  }),
  registerTrads('family', {
    en: () => import('./family/words/en.json'),
    ro: () => import('./family/words/ro.json'),
  }),
  registerTrads('merging', {
    en: () => import('./merging/words/en.json'),
    ro: () => import('./merging/words/ro.json'),
  }),
  registerTrads('scope', {
    en: () => import('./scope/words/en.json'),
    ro: () => import('./scope/words/ro.json'),
  }),
  registerTrads('entry', {
    en: () => import('./entry/words/en.json'),
    ro: () => import('./entry/words/ro.json'),
  }),
  registerTrads('factors', {
    en: () => import('./factors/words/en.json'),
    ro: () => import('./factors/words/ro.json'),
  }),
  registerTrads('staff', {
    en: () => import('./staff/words/en.json'),
    ro: () => import('./staff/words/ro.json'),
  }),
  registerTrads('privacy', {
    en: () => import('./privacy/words/en.json'),
    ro: () => import('./privacy/words/ro.json'),
  }),
];

/** Strapi's own greetings, in the clinic's name. */
const welcomes: Record<string, (name: string) => Record<string, string>> = {
  en: (name) => ({
    'Auth.form.welcome.title': name,
    'Auth.form.welcome.subtitle': 'Sign in to your clinic',
    'app.components.LeftMenu.navbrand.title': name,
    'app.components.LeftMenu.logo.alt': name,
  }),
  ro: (name) => ({
    'Auth.form.welcome.title': name,
    'Auth.form.welcome.subtitle': 'Intrați în contul clinicii',
    'app.components.LeftMenu.navbrand.title': name,
    'app.components.LeftMenu.logo.alt': name,
  }),
};

let panel: StrapiApp | undefined;

export default {
  register(app: StrapiApp) {
    panel = app;
    watchRequests();
    addOpenPages(app, PanelFrame, openPages);
    replacePages(app, {
      me: () => import('./account/AccountPage.tsx'),
      'me/sessions': () => import('./account/AccountPage.tsx'),
      'settings/users': () => import('./staff/StaffPage.tsx'),
      'settings/users/:id': () => import('./staff/MemberPage.tsx'),
    });
    app.addSettingsLink('global', {
      id: 'security',
      to: 'security',
      intlLabel: { id: 'factors.settings', defaultMessage: 'Security' },
      permissions: [{ action: settingsPermission, subject: null }] as never,
      Component: () => import('./security/SecurityPage.tsx'),
    });
    app.registerPlugin({ id: 'access', name: 'access', isReady: false, initializer: MenuScope });
    app.addMenuLink({
      to: 'plugins/access/patients',
      icon: User,
      intlLabel: { id: 'access.patients', defaultMessage: 'Patients' },
      position: 0.3,
      permissions: [{ action: reading, subject: null }] as never,
      Component: () => import('./pages/PatientsRoutes.tsx'),
    });
    addPatientTab(app, {
      id: 'summary',
      label: { id: 'access.tab.summary', defaultMessage: 'Summary' },
      order: 0,
      permission: reading,
      Component: SummaryTab,
    });
    addPatientTab(app, {
      id: 'visits',
      label: { id: 'access.tab.visits', defaultMessage: 'Visits' },
      order: 40,
      permission: reading,
      Component: VisitsTab,
    });
    addPatientTab(app, {
      id: 'family',
      label: { id: 'family.family', defaultMessage: 'Family' },
      order: 45,
      permission: reading,
      Component: FamilyTab,
    });
    app.addMenuLink({
      to: 'plugins/access/trail',
      icon: Eye,
      intlLabel: { id: 'trail.trail', defaultMessage: 'Who looked' },
      position: 8,
      permissions: [{ action: trailReading, subject: null }] as never,
      Component: () => import('./trail/TrailPage.tsx'),
    });
    app.addMenuLink({
      to: lockPath,
      icon: Lock,
      intlLabel: { id: 'entry.lock', defaultMessage: 'Lock' },
      position: 99,
      permissions: [],
      Component: () => import('./session/LockPage.tsx'),
    });
    app.addMenuLink({
      to: 'plugins/access/scope',
      icon: Key,
      intlLabel: { id: 'scope.title', defaultMessage: 'Who sees whom' },
      position: 8.1,
      permissions: [{ action: reading, subject: null }] as never,
      Component: () => import('./scope/ScopePage.tsx'),
    });
    app.widgets.register({
      id: 'openings',
      pluginId: 'access',
      icon: WarningCircle,
      title: { id: 'scope.openings', defaultMessage: 'Records opened in an emergency' },
      link: {
        label: { id: 'scope.openings.go', defaultMessage: 'See all' },
        href: '/plugins/access/scope',
      },
      permissions: [{ action: scopePermissions.watch, subject: null }] as never,
      component: async () => (await import('./scope/OpeningsWidget.tsx')).OpeningsWidget,
    });
    addPatientTab(app, {
      id: 'places',
      label: { id: 'scope.places', defaultMessage: 'Locations' },
      order: 80,
      permission: reading,
      Component: PlacesTab,
    });
    addPatientTab(app, {
      id: 'trail',
      label: { id: 'trail.trail', defaultMessage: 'Who looked' },
      order: 90,
      permission: trailReading,
      Component: LooksTab,
    });
    app.addMenuLink({
      to: 'plugins/access/privacy',
      icon: Shield,
      intlLabel: { id: 'privacy.erasures', defaultMessage: 'Privacy requests' },
      position: 9,
      permissions: [{ action: 'plugin::access.privacy.answer', subject: null }] as never,
      Component: () => import('./privacy/PrivacyRoutes.tsx'),
    });
    app.widgets.register({
      id: 'privacy-deadlines',
      pluginId: 'access',
      icon: Shield,
      title: { id: 'privacy.erasures', defaultMessage: 'Privacy requests' },
      link: {
        label: { id: 'privacy.deadlines.open', defaultMessage: 'Answer them' },
        href: '/plugins/access/privacy',
      },
      permissions: [{ action: 'plugin::access.privacy.answer', subject: null }] as never,
      component: async () => (await import('./privacy/DeadlinesWidget.tsx')).DeadlinesWidget,
    });
    addPatientTab(app, {
      id: 'account',
      label: { id: 'factors.account', defaultMessage: 'Portal account' },
      order: 75,
      permission: 'plugin::access.second-step.reset-patients',
      Component: AccountTab,
    });
    addPatientTab(app, {
      id: 'privacy',
      label: { id: 'privacy.privacy', defaultMessage: 'Privacy' },
      order: 80,
      permission: 'plugin::access.privacy.export',
      Component: PrivacyTab,
    });
  },

  /** The panel waits for this before it first shows itself: nobody sees it without the clinic's name and colours. */
  async registerTrads({ locales }: { locales: string[] }) {
    const [clinic, ...bundles] = await Promise.all([
      clinicProfile(),
      ...words.map((load) => load({ locales })),
    ]);
    if (panel) paint(panel, clinic);
    const said = bundles.flat();
    return locales.map((locale) => ({
      locale,
      data: {
        ...Object.assign({}, ...said.map((one) => (one.locale === locale ? one.data : {}))),
        ...welcomes[locale]?.(clinic.name),
      },
    }));
  },
};
