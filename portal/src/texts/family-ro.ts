import type { Texts } from './en.ts';

/** A guardian who looks after minors, in Romanian. */
export const family: Texts['family'] = {
  title: 'Cei de care aveți grijă',
  until: (date) => `până la ${date}`,
  bookOnly: 'Puteți face programări pentru această persoană.',
  look: 'Vedeți fișa',
  lookFor: (name) => `Vedeți fișa: ${name}`,
  looking: (name) => `Acționați pentru ${name}.`,
  back: 'Înapoi la fișa proprie',
  over: 'Nu mai acționați pentru această persoană. Aceasta este fișa dumneavoastră.',
};
