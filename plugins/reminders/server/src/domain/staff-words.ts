import type { AccountWords } from './account-words.ts';
import type { Language } from './templates.ts';

type StaffKind =
  | 'staff-invitation'
  | 'staff-new-password'
  | 'staff-password-changed'
  | 'staff-email-changed'
  | 'staff-second-step-changed'
  | 'staff-second-step-reset';

/** Mails to members of staff about their account. */
export const staffWords: Record<Language, Record<StaffKind, AccountWords>> = {
  en: {
    'staff-invitation': {
      subject: (clinic) => `Your account at ${clinic}`,
      letter: (clinic, link) => [
        `${clinic} has made an account for you. Choose your password here:`,
        link,
        'The link is good for three days and works once. If it has expired, ask whoever invited you to send it again.',
        'Do you not work here? Then you need not do anything.',
      ],
    },
    'staff-new-password': {
      subject: (clinic) => `Choose a new password for ${clinic}`,
      letter: (clinic, link) => [
        `A new password was asked for your account at ${clinic}. Choose it here:`,
        link,
        'The link is good for one hour and works once. Afterwards you are signed out on every device.',
        'Was it not you? Then you need not do anything: your password stays as it is.',
      ],
    },
    'staff-password-changed': {
      subject: (clinic) => `Your password for ${clinic} was changed`,
      letter: (clinic) => [
        `The password of your account at ${clinic} was changed, and other devices were signed out.`,
        'Was it not you? Then ask for a new password on the sign-in page at once, and tell whoever runs the clinic.',
      ],
    },
    'staff-email-changed': {
      subject: (clinic) => `The e-mail address of your account at ${clinic} was changed`,
      letter: (clinic) => [
        `Your account at ${clinic} has another e-mail address from now on: you sign in with that one, and this one no longer works. Links in earlier mails have ended.`,
        'Was this not agreed with you? Then tell whoever runs the clinic at once: somebody else may be using your account.',
      ],
    },
    'staff-second-step-changed': {
      subject: (clinic) => `The second step of your account at ${clinic} was changed`,
      letter: (clinic) => [
        `A second step of your account at ${clinic} was set up or removed, or new recovery codes were made.`,
        'Was it not you? Then choose a new password on the sign-in page at once, and tell whoever runs the clinic.',
      ],
    },
    'staff-second-step-reset': {
      subject: (clinic) => `The second step of your account at ${clinic} was reset`,
      letter: (clinic) => [
        `Whoever looks after accounts at ${clinic} has reset your second step. You are signed out on every device, and your password alone opens the account until you set up a new second step.`,
        'Did you not ask for it? Then choose a new password on the sign-in page at once, and tell whoever runs the clinic.',
      ],
    },
  },
  ro: {
    'staff-invitation': {
      subject: (clinic) => `Contul dumneavoastră la ${clinic}`,
      letter: (clinic, link) => [
        `${clinic} v-a creat un cont. Alegeți-vă parola aici:`,
        link,
        'Linkul este valabil trei zile și funcționează o singură dată. Dacă a expirat, rugați persoana care v-a invitat să îl trimită din nou.',
        'Nu lucrați aici? Atunci nu trebuie să faceți nimic.',
      ],
    },
    'staff-new-password': {
      subject: (clinic) => `Alegeți o parolă nouă pentru ${clinic}`,
      letter: (clinic, link) => [
        `S-a cerut o parolă nouă pentru contul dumneavoastră la ${clinic}. O puteți alege aici:`,
        link,
        'Linkul este valabil o oră și funcționează o singură dată. După aceea veți fi deconectat de pe toate dispozitivele.',
        'Nu ați fost dumneavoastră? Atunci nu trebuie să faceți nimic: parola rămâne aceeași.',
      ],
    },
    'staff-password-changed': {
      subject: (clinic) => `Parola pentru ${clinic} a fost schimbată`,
      letter: (clinic) => [
        `Parola contului dumneavoastră la ${clinic} a fost schimbată, iar celelalte dispozitive au fost deconectate.`,
        'Nu ați fost dumneavoastră? Atunci cereți imediat o parolă nouă pe pagina de autentificare și anunțați conducerea clinicii.',
      ],
    },
    'staff-email-changed': {
      subject: (clinic) =>
        `Adresa de e-mail a contului dumneavoastră de la ${clinic} a fost schimbată`,
      letter: (clinic) => [
        `Contul dumneavoastră de la ${clinic} are de acum altă adresă de e-mail: vă autentificați cu aceea, iar adresa aceasta nu mai este valabilă. Linkurile din mesajele anterioare nu mai funcționează.`,
        'Nu ați stabilit aceasta cu nimeni? Atunci anunțați imediat conducerea clinicii: este posibil ca altcineva să vă folosească contul.',
      ],
    },
    'staff-second-step-changed': {
      subject: (clinic) =>
        `Al doilea pas al contului dumneavoastră de la ${clinic} a fost schimbat`,
      letter: (clinic) => [
        `Un al doilea pas al contului dumneavoastră de la ${clinic} a fost configurat sau eliminat, ori s-au făcut coduri de rezervă noi.`,
        'Nu ați fost dumneavoastră? Atunci alegeți imediat o parolă nouă pe pagina de autentificare și anunțați conducerea clinicii.',
      ],
    },
    'staff-second-step-reset': {
      subject: (clinic) => `Al doilea pas al contului dumneavoastră de la ${clinic} a fost resetat`,
      letter: (clinic) => [
        `Cine se ocupă de conturi la ${clinic} v-a resetat al doilea pas. Ați fost deconectat de pe toate dispozitivele, iar parola singură deschide contul până când configurați un nou al doilea pas.`,
        'Nu ați cerut-o dumneavoastră? Atunci alegeți imediat o parolă nouă pe pagina de autentificare și anunțați conducerea clinicii.',
      ],
    },
  },
};
