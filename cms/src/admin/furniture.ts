/**
 * What Strapi shows to developers and a clinic has no use for. Everything that Strapi lets one leave out is left out
 * here; the last part hides by style what it does not.
 */
import type { StrapiApp } from '@strapi/strapi/admin';

const unwanted = new Set(['plugins/content-type-builder', 'plugins/content-releases']);

/** Menu order by work; the parts of a clinic's day come before content and settings. */
const positions: Record<string, number> = { 'content-manager': 7.6, 'plugins/upload': 7.8 };

/** Content and files are for those who shape the clinic's offer; Strapi would show them to everyone. */
const content = new Set(['content-manager', 'plugins/upload']);
const contentIsFor = ['api::appointment-type.appointment-type', 'api::clinic.clinic'].map(
  (subject) => ({ action: 'plugin::content-manager.explorer.update', subject }),
);

const sortMenu = (app: StrapiApp): void => {
  const { menu } = app.router;
  menu.splice(
    0,
    menu.length,
    ...menu
      .filter(({ to }) => !unwanted.has(to))
      .map((link) => ({
        ...link,
        position: positions[link.to] ?? link.position ?? 6,
        ...(content.has(link.to) ? { permissions: contentIsFor as never } : {}),
      })),
  );
};

/** The link to Strapi's marketplace asks for this permission alone. */
const refuse = new Set(['admin::marketplace.read']);

const closeMarketplace = (app: StrapiApp): void =>
  app.addRBACMiddleware(
    () => (next) => (permissions) => next(permissions.filter(({ action }) => !refuse.has(action))),
  );

/** Announcements that a person would otherwise have to dismiss one by one, on each browser. */
const dismissAnnouncements = (): void => {
  const tour = { enabled: false, hidden: true, completedActions: [] };
  localStorage.setItem('STRAPI_GUIDED_TOUR', JSON.stringify(tour));
  for (const instance of ['enamel', 'false', 'null', 'undefined'])
    localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${instance}`, 'true');
};

const style = `
/* The menu says its words: Strapi's shows icons alone. */
@media (min-width: 1080px) {
  nav:has(> div > ul > li a) { width: 22.4rem !important; flex: none; }
  nav:has(> div > ul > li a) > div:first-child { justify-content: flex-start; padding: 1.6rem; }
  nav:has(> div > ul > li a) > div:first-child::after {
    content: var(--clinic-name); font-weight: 700; font-size: 1.6rem; line-height: 1.2;
    padding-inline-start: 0.8rem;
  }
  nav > div > ul:has(> li a) { align-items: stretch !important; padding-inline: 1.2rem !important; gap: 0.4rem !important; }
  nav > div > ul > li > span { width: 100%; }
  nav > div:has(> ul > li a) > div:last-child { align-self: stretch; }
  nav > div > ul > li a { gap: 1.2rem; font-size: 1.4rem; min-height: 4rem; }
  nav > div > ul > li a svg { flex: none; }
  nav > div > ul > li a::after { content: attr(aria-label) / ''; }
  nav > div > ul > li a.active { font-weight: 600; }
}

/* Settings is in the menu for everyone, also for those who may set nothing. */
html[data-settings='none'] nav a[href$='/admin/settings'],
html[data-settings='none'] #burger-menu a[href$='/admin/settings'] { display: none; }

/* Strapi's eye in the password field is smaller than a fingertip. */
form button[type='button'] { min-width: 2.4rem; min-height: 2.4rem; }

/* Strapi's version and edition on the settings' overview, links to its documentation and support. */
a[href*='strapi.io'], a[href*='github.com/strapi'] { display: none; }
`;

const addStyle = (): void => {
  const element = document.createElement('style');
  element.textContent = style;
  document.head.append(element);
};

export const clearFurniture = (app: StrapiApp): void => {
  sortMenu(app);
  closeMarketplace(app);
  dismissAnnouncements();
  addStyle();
};
