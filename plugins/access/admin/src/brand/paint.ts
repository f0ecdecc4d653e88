import type { StrapiApp } from '@strapi/strapi/admin';
import type { ClinicProfile } from '../../../shared/clinic.ts';
import { readable } from './colour.ts';
import { toothMark } from './mark.ts';
import { themes } from './theme.ts';

/** Gives the panel the clinic's name, logo and colours. Runs before it is first drawn, so that no rebuild is needed. */
export const paint = (app: StrapiApp, clinic: ClinicProfile): void => {
  const { light, dark } = themes(clinic.primaryColor);
  const { configurations } = app;
  Object.assign(configurations.themes.light.colors, light.colors);
  Object.assign(configurations.themes.light.shadows, light.shadows);
  Object.assign(configurations.themes.dark.colors, dark.colors);
  Object.assign(configurations.themes.dark.shadows, dark.shadows);
  const logo = clinic.logo ?? toothMark(readable(clinic.primaryColor, ['#ffffff'], '#000000', 4.5));
  configurations.authLogo = logo;
  configurations.menuLogo = logo;
  showIcon(logo);
  nameTitles(clinic.name);
  document.documentElement.style.setProperty('--clinic-name', JSON.stringify(clinic.name));
  preferLanguage(clinic);
};

const showIcon = (address: string): void => {
  for (const old of document.querySelectorAll('link[rel~="icon"]')) old.remove();
  const icon = document.createElement('link');
  icon.rel = 'icon';
  icon.href = address;
  document.head.append(icon);
};

/** Strapi ends every page's title with its own name. */
const nameTitles = (name: string): void => {
  const rename = () => {
    const title = document.title.replace(/(^|\| )Strapi( Admin)?$/, `$1${name}`);
    if (title !== document.title) document.title = title;
  };
  rename();
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true });
};

/** Until a person chooses one: the browser's language when the panel speaks it. */
const preferLanguage = ({ languages }: ClinicProfile): void => {
  const key = 'strapi-admin-language';
  if (localStorage.getItem(key)) return;
  const wanted = navigator.language.slice(0, 2);
  if (languages.includes(wanted)) localStorage.setItem(key, wanted);
};
