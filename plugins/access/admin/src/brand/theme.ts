/** The tokens of the house (porcelain and ink, one accent) as the colours of Strapi's design system. */
import { bright, mix, readable } from './colour.ts';

const text = 4.5;

export const lightColors = (accent: string) => {
  const wash = mix(accent, '#ffffff', 0.88);
  const step = readable(accent, ['#ffffff', '#f4f8f7', wash], '#000000', text);
  const deep = readable(mix(step, '#000000', 0.2), ['#ffffff', wash], '#000000', text);
  return {
    neutral0: '#ffffff',
    neutral100: '#f4f8f7',
    neutral150: '#e3eae8',
    neutral200: '#cfdad7',
    neutral300: '#a9bab6',
    neutral400: '#7f938f',
    neutral500: '#5d726e',
    neutral600: '#4a5f5c',
    neutral700: '#2f4a47',
    neutral800: '#10312f',
    neutral900: '#0b2422',
    neutral1000: '#071a18',
    primary100: wash,
    primary200: mix(accent, '#ffffff', 0.7),
    primary500: step,
    primary600: step,
    primary700: deep,
    buttonNeutral0: '#ffffff',
    buttonPrimary500: deep,
    buttonPrimary600: step,
    danger100: '#fdf0ee',
    danger200: '#f4c6c0',
    danger500: '#d92d20',
    danger600: '#b42318',
    danger700: '#912018',
    warning100: '#fdf3e7',
    warning200: '#f5d4ac',
    warning500: '#b54708',
    warning600: '#93370d',
    warning700: '#7a2e0e',
    success100: '#e9f7ef',
    success200: '#b5e0c8',
    success500: '#067647',
    success600: '#05603a',
    success700: '#054f31',
    secondary100: '#eaf3fb',
    secondary200: '#bcd9f0',
    secondary500: '#1f6fa8',
    secondary600: '#175a8a',
    secondary700: '#134a72',
    alternative100: '#f4effa',
    alternative200: '#d9c8ee',
    alternative500: '#7a4fb5',
    alternative600: '#643d99',
    alternative700: '#51317c',
  };
};

export const darkColors = (accent: string) => {
  const wash = readable(mix(accent, '#15211f', 0.75), ['#a9bdb9'], '#15211f', text);
  const step = bright(accent, ['#0e1615', '#15211f', wash], 6.5);
  const brighter = bright(mix(step, '#ffffff', 0.2), ['#15211f', wash], 7);
  return {
    neutral0: '#15211f',
    neutral100: '#0e1615',
    neutral150: '#24332f',
    neutral200: '#35483f',
    neutral300: '#4d645f',
    neutral400: '#6f8783',
    neutral500: '#9db3af',
    neutral600: '#a9bdb9',
    neutral700: '#cfdedb',
    neutral800: '#e7f2f0',
    neutral900: '#f1f8f7',
    neutral1000: '#ffffff',
    primary100: wash,
    primary200: mix(step, '#15211f', 0.6),
    primary500: step,
    primary600: step,
    primary700: brighter,
    buttonNeutral0: '#0e1615',
    buttonPrimary500: brighter,
    buttonPrimary600: step,
    danger100: '#33191a',
    danger200: '#6b2b2a',
    danger500: '#f97066',
    danger600: '#fda29b',
    danger700: '#fecdca',
    warning100: '#33240f',
    warning200: '#6b4a1c',
    warning500: '#fdb022',
    warning600: '#fec84b',
    warning700: '#fedf89',
    success100: '#10301f',
    success200: '#1f5a3b',
    success500: '#32d583',
    success600: '#6ce9a6',
    success700: '#a6f4c5',
    secondary100: '#12283a',
    secondary200: '#214a69',
    secondary500: '#63b3ed',
    secondary600: '#90cdf4',
    secondary700: '#bee3f8',
    alternative100: '#271c38',
    alternative200: '#4b3670',
    alternative500: '#b794f4',
    alternative600: '#d6bcfa',
    alternative700: '#e9d8fd',
  };
};

const shadow = (colour: string) => ({
  filterShadow: `0 1px 2px ${colour}`,
  focusShadow: `0 0 0 2px ${colour}`,
  popupShadow: `0 8px 24px ${colour}`,
  tableShadow: `0 1px 3px ${colour}`,
});

export const themes = (accent: string) => ({
  light: { colors: lightColors(accent), shadows: shadow('rgba(16, 49, 47, 0.12)') },
  dark: { colors: darkColors(accent), shadows: shadow('rgba(0, 0, 0, 0.45)') },
});
