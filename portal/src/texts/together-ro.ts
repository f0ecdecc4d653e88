import type { together as english } from './together-en.ts';

/** For whom a visit is, and several visits back to back, in Romanian. */
export const together: typeof english = {
  whom: 'Pentru cine este?',
  me: 'Pentru mine',
  forWhom: (name) => `Pentru ${name}`,
  link: 'Mai multe servicii sau pentru familie',
  linkHint: 'Una după alta, dintr-o singură dată.',
  add: 'Adaugă alt serviciu sau altă persoană',
  title: 'De ce aveți nevoie și pentru cine?',
  intro: 'Vizitele urmează una după alta, în această ordine, fără așteptare între ele.',
  visit: (number) => `Vizita ${number}`,
  service: 'Ce anume',
  choose: 'Alegeți',
  another: 'Adaugă o vizită',
  remove: (number) => `Scoate vizita ${number}`,
  same: 'Toate la aceeași persoană',
  sameHint: 'S-ar putea să fie libere mai puține ore.',
  toTimes: 'Arată orele libere',
  time: 'Când vă convin?',
  timeHint: 'Fiecare oră arată când începe prima vizită.',
  check: 'Verificați vizitele',
  gone: 'Poate că ora a fost ocupată între timp. Confirmați ca să fiți siguri sau alegeți alta.',
  total: 'Împreună',
  until: (start, end) => `${start}–${end}`,
  reason: 'De ce veniți?',
  confirm: (count) => `Programează ${count} vizite`,
  done: 'Vizitele sunt programate',
  doneIntro: 'Vă trimitem un singur e-mail cu toate.',
  problems: {
    service: (number) => `Alegeți de ce aveți nevoie la vizita ${number}`,
    place: (number) => `Vizita ${number} nu se oferă în acest loc`,
    location: 'Alegeți un loc',
  },
  refused: {
    PATIENT_BUSY:
      'Unul dintre dumneavoastră are altă vizită la această oră. Răspunsurile sunt păstrate: alegeți una dintre acestea.',
  },
};
