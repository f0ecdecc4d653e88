import type { Language } from './templates.ts';

type Kind =
  | 'confirm-email'
  | 'reset-password'
  | 'password-changed'
  | 'second-step-changed'
  | 'second-step-reset'
  | 'export-ready';

/** A mail about an account. `link` is empty where it has none. */
export interface AccountWords {
  readonly subject: (clinic: string) => string;
  readonly letter: (clinic: string, link: string) => readonly string[];
}

/** Mails to patients about their account. */
export const patientWords: Record<Language, Record<Kind, AccountWords>> = {
  en: {
    'confirm-email': {
      subject: (clinic) => `Confirm your e-mail address for ${clinic}`,
      letter: (clinic, link) => [
        `Somebody made an account at ${clinic} with this address. If it was you, please confirm it:`,
        link,
        'The link is good for 24 hours and works once.',
        'Was it not you? Then you need not do anything.',
      ],
    },
    'reset-password': {
      subject: (clinic) => `Choose a new password for ${clinic}`,
      letter: (clinic, link) => [
        `Somebody asked for a new password for your account at ${clinic}. Choose it here:`,
        link,
        'The link is good for one hour and works once. Afterwards you are signed out on every device.',
        'Was it not you? Then you need not do anything: your password stays as it is.',
      ],
    },
    'password-changed': {
      subject: (clinic) => `Your password for ${clinic} was changed`,
      letter: (clinic) => [
        `The password of your account at ${clinic} was changed. Other devices were signed out, and calendar links ended.`,
        'Was it not you? Then ask for a new password on the sign-in page at once, and call us.',
      ],
    },
    'export-ready': {
      subject: (clinic) => `The copy of your data at ${clinic} is ready`,
      letter: (clinic, link) => [
        `The copy of your data at ${clinic} that was asked for is ready. Sign in to download it:`,
        link,
        'It can be downloaded for seven days. It holds your health data: keep it where only you can read it.',
        'Was it not you who asked? Then change your password, and call us.',
      ],
    },
    'second-step-changed': {
      subject: (clinic) => `Your sign-in at ${clinic} was changed`,
      letter: (clinic) => [
        `A second step at sign-in was added to your account at ${clinic} or removed from it, or new recovery codes were made.`,
        'Was it not you? Then ask for a new password on the sign-in page at once, and call us.',
      ],
    },
    'second-step-reset': {
      subject: (clinic) => `The second step of your account at ${clinic} was reset`,
      letter: (clinic) => [
        `Somebody asked ${clinic} to reset the second step of your account, because the phone and the recovery codes were lost. You are signed out on every device, and your password alone opens the account until you set up a new second step.`,
        'Was it not you who asked? Then choose a new password on the sign-in page at once, and call us.',
      ],
    },
  },
  ro: {
    'confirm-email': {
      subject: (clinic) => `Confirmați adresa de e-mail pentru ${clinic}`,
      letter: (clinic, link) => [
        `Cineva a creat un cont la ${clinic} cu această adresă. Dacă ați fost dumneavoastră, vă rugăm să o confirmați:`,
        link,
        'Linkul este valabil 24 de ore și funcționează o singură dată.',
        'Nu ați fost dumneavoastră? Atunci nu trebuie să faceți nimic.',
      ],
    },
    'reset-password': {
      subject: (clinic) => `Alegeți o parolă nouă pentru ${clinic}`,
      letter: (clinic, link) => [
        `Cineva a cerut o parolă nouă pentru contul dumneavoastră la ${clinic}. O puteți alege aici:`,
        link,
        'Linkul este valabil o oră și funcționează o singură dată. După aceea veți fi deconectat de pe toate dispozitivele.',
        'Nu ați fost dumneavoastră? Atunci nu trebuie să faceți nimic: parola rămâne aceeași.',
      ],
    },
    'password-changed': {
      subject: (clinic) => `Parola pentru ${clinic} a fost schimbată`,
      letter: (clinic) => [
        `Parola contului dumneavoastră la ${clinic} a fost schimbată. Celelalte dispozitive au fost deconectate, iar linkurile de calendar s-au închis.`,
        'Nu ați fost dumneavoastră? Atunci cereți imediat o parolă nouă pe pagina de autentificare și sunați-ne.',
      ],
    },
    'export-ready': {
      subject: (clinic) => `Copia datelor dumneavoastră de la ${clinic} este gata`,
      letter: (clinic, link) => [
        `Copia cerută a datelor dumneavoastră de la ${clinic} este gata. Autentificați-vă pentru a o descărca:`,
        link,
        'Poate fi descărcată timp de șapte zile. Conține datele dumneavoastră medicale: păstrați-o unde doar dumneavoastră o puteți citi.',
        'Nu ați cerut-o dumneavoastră? Atunci schimbați parola și sunați-ne.',
      ],
    },
    'second-step-changed': {
      subject: (clinic) => `Autentificarea la ${clinic} a fost schimbată`,
      letter: (clinic) => [
        `Un al doilea pas la autentificare a fost adăugat la contul dumneavoastră de la ${clinic} sau a fost eliminat, ori s-au făcut coduri de rezervă noi.`,
        'Nu ați fost dumneavoastră? Atunci cereți imediat o parolă nouă pe pagina de autentificare și sunați-ne.',
      ],
    },
    'second-step-reset': {
      subject: (clinic) => `Al doilea pas al contului dumneavoastră de la ${clinic} a fost resetat`,
      letter: (clinic) => [
        `Cineva a cerut la ${clinic} resetarea celui de-al doilea pas al contului dumneavoastră, pentru că telefonul și codurile de rezervă s-au pierdut. Ați fost deconectat de pe toate dispozitivele, iar parola singură deschide contul până când configurați un nou al doilea pas.`,
        'Nu ați cerut dumneavoastră? Atunci alegeți imediat o parolă nouă pe pagina de autentificare și sunați-ne.',
      ],
    },
  },
};
