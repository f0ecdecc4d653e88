import { Eye, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MenuScope } from './brand/MenuScope.tsx';
import { paint } from './brand/paint.ts';
import { FamilyTab } from './family/FamilyTab.tsx';
import { clinicProfile } from './kit/clinic.ts';
import { addPatientTab } from './kit/patient-tabs.ts';
import { registerTrads } from './kit/translations.ts';
import { SummaryTab } from './pages/SummaryTab.tsx';
import { VisitsTab } from './pages/VisitsTab.tsx';
import { PrivacyTab } from './privacy/PrivacyTab.tsx';
import { LooksTab } from './trail/LooksTab.tsx';

const reading = 'plugin::access.patients.read';

const trailReading = 'plugin::audit.trail.read';

const words = registerTrads('access', {
  en: () => import('./translations/en.json'),
  ro: () => import('./translations/ro.json'),
});

const trailWords = registerTrads('trail', {
  en: () => import('./trail/words/en.json'),
  ro: () => import('./trail/words/ro.json'),
});

const familyWords = registerTrads('family', {
  en: () => import('./family/words/en.json'),
  ro: () => import('./family/words/ro.json'),
});

const mergingWords = registerTrads('merging', {
  en: () => import('./merging/words/en.json'),
  ro: () => import('./merging/words/ro.json'),
});

const privacyWords = registerTrads('privacy', {
  en: () => import('./privacy/words/en.json'),
  ro: () => import('./privacy/words/ro.json'),
});

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
    addPatientTab(app, {
      id: 'trail',
      label: { id: 'trail.trail', defaultMessage: 'Who looked' },
      order: 90,
      permission: trailReading,
      Component: LooksTab,
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
    const [clinic, translations, trail, family, merging, privacy] = await Promise.all([
      clinicProfile(),
      words({ locales }),
      trailWords({ locales }),
      familyWords({ locales }),
      mergingWords({ locales }),
      privacyWords({ locales }),
    ]);
    if (panel) paint(panel, clinic);
    return translations.map(({ locale, data }) => ({
      locale,
      data: {
        ...data,
        ...trail.find((words) => words.locale === locale)?.data,
        ...family.find((words) => words.locale === locale)?.data,
        ...merging.find((words) => words.locale === locale)?.data,
        ...privacy.find((words) => words.locale === locale)?.data,
        ...welcomes[locale]?.(clinic.name),
      },
    }));
  },
};
