import type { privacy as english } from './privacy-en.ts';

export const privacy: typeof english = {
  link: 'Datele dumneavoastră',
  title: 'Datele dumneavoastră',
  intro: (clinic) =>
    `${clinic} vă păstrează fișa pentru a vă trata. Aici puteți lua acasă o copie completă.`,
  copy: 'O copie a datelor',
  copyHint:
    'Tot ce păstrăm despre dumneavoastră într-o arhivă: un rezumat de citit, un fișier pentru programe și facturile.',
  ask: 'Cer o copie',
  asked: 'Pregătim copia. Primiți un e-mail când este gata; apare și pe această pagină.',
  making: 'Se pregătește',
  refresh: 'Verifică din nou',
  ready: (until) => `Disponibilă până la ${until}`,
  expired: 'Nu mai este disponibilă',
  askedOn: (date) => `Cerută pe ${date}`,
  byClinic: 'Făcută la recepție',
  download: 'Descarcă',
  size: (kilobytes) => `${kilobytes} kB`,
  careful:
    'Arhiva conține datele dumneavoastră medicale. Păstrați-o unde doar dumneavoastră o puteți citi.',
  forget: 'Ștergerea datelor',
  forgetHint:
    'Ne puteți cere să vă ștergem datele. Contul se închide; ce ne obligă legea să păstrăm, precum tratamentele și facturile, rămâne blocat până la termen și apoi se șterge de la sine.',
  forgetAsk: 'Cer ștergerea',
  forgetSure: 'Da, cer clinicii să îmi șteargă datele',
  forgetSureProblem: 'Bifați căsuța, ca nimeni să nu ceară din greșeală',
  forgetAsked: 'Clinica a primit cererea dumneavoastră.',
  forgetDue: (date) => `Răspuns până la ${date}`,
  forgetPutOff: (reason) => `Clinica are nevoie de mai mult timp: ${reason}`,
  forgetStates: {
    asked: 'Așteaptă răspunsul clinicii',
    done: 'Șters',
    refused: 'Refuzată',
    withdrawn: 'Retrasă de dumneavoastră',
  },
  withdraw: 'Retrag cererea',
  withdrawn: 'Cererea este retrasă. Nu s-a șters nimic.',
  codes: {
    ERASURE_UNDERWAY: 'Clinica are deja cererea dumneavoastră.',
    ERASURE_ANSWERED: 'Clinica a răspuns deja.',
    EXPORT_UNDERWAY: 'O copie este deja în lucru.',
    TOO_MANY_EXPORTS: 'Ați cerut mai multe copii astăzi. Vă rugăm să încercați mâine.',
  },
};
