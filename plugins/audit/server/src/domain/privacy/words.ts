/** Words of the summary that goes with a patient's data. */
export type Language = 'en' | 'ro';

const romanian: Readonly<Record<string, string>> = {
  account: 'Cont în portal',
  addedAt: 'Adăugat la',
  address: 'Adresă',
  alerts: 'Alerte',
  amount: 'Sumă',
  appointment: 'Programare',
  appointmentType: 'Serviciu',
  bytes: 'Mărime în octeți',
  cancelReason: 'Motivul anulării',
  cancelledAt: 'Anulată la',
  category: 'Ce este',
  channel: 'Canal',
  city: 'Oraș',
  completedAt: 'Încheiat la',
  confirmedAt: 'Confirmată la',
  currency: 'Monedă',
  date: 'Data',
  dateOfBirth: 'Data nașterii',
  description: 'Descriere',
  discount: 'Reducere',
  dueOn: 'Scadentă la',
  earliest: 'De la data',
  email: 'E-mail',
  emailReminders: 'Mesaje prin e-mail',
  endsAt: 'Se încheie',
  firstName: 'Prenume',
  foundAt: 'Constatat la',
  fullName: 'Nume complet',
  inArchive: 'În această arhivă',
  insuranceNumber: 'Număr de asigurare',
  invoice: 'Factură',
  issuedOn: 'Emisă la',
  kind: 'Fel',
  language: 'Limba',
  lastName: 'Nume',
  latest: 'Până la data',
  lines: 'Rânduri',
  location: 'Locație',
  method: 'Metodă',
  mobileNumber: 'Telefon mobil',
  name: 'Nume',
  nationalId: 'Cod numeric personal',
  note: 'Notă',
  notes: 'Note',
  number: 'Număr',
  paidAt: 'Plătită la',
  practitioner: 'Medic',
  preferredLanguage: 'Limba preferată',
  procedure: 'Procedură',
  reason: 'Motiv',
  receivedAt: 'Primită la',
  recipient: 'Trimis la',
  resolvedAt: 'Rezolvat la',
  reviewedAt: 'Verificat la',
  sensitiveNotes: 'Note confidențiale',
  sentAt: 'Trimis la',
  severity: 'Gravitate',
  sex: 'Sex',
  smsReminders: 'Mesaje prin SMS',
  startsAt: 'Începe',
  status: 'Stare',
  subject: 'Subiect',
  submittedAt: 'Trimis la',
  surfaces: 'Suprafețe',
  text: 'Text',
  title: 'Titlu',
  toothNumber: 'Dinte',
  total: 'Total',
  totalPrice: 'Preț',
  unitPrice: 'Preț unitar',
  urgent: 'Urgent',
};

/** Where the name of the field is not the word. */
const english: Readonly<Record<string, string>> = {
  addedAt: 'Added',
  bytes: 'Size in bytes',
  category: 'What it is',
  dateOfBirth: 'Date of birth',
  dueOn: 'Due',
  email: 'E-mail',
  emailReminders: 'Messages by e-mail',
  endsAt: 'Ends',
  fullName: 'Full name',
  inArchive: 'In this archive',
  issuedOn: 'Issued',
  paidAt: 'Paid',
  receivedAt: 'Received',
  sentAt: 'Sent',
  smsReminders: 'Messages by SMS',
  startsAt: 'Starts',
  toothNumber: 'Tooth',
  totalPrice: 'Price',
  unitPrice: 'Price each',
};

const inWords = (field: string): string => {
  const spaced = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const own = { ro: romanian, en: english };

export const fieldLabel = (field: string, language: Language): string =>
  own[language][field] ?? inWords(field);

export const words = {
  en: {
    title: 'Your data',
    intro: (clinic: string) =>
      `What ${clinic} keeps about you, for reading. The file data.json holds all of it, complete and for machines; invoices, pictures and papers are in the folder files.`,
    made: 'Made',
    none: 'Nothing',
    yes: 'yes',
    no: 'no',
    inJson: 'in data.json',
    page: (page: number, of: number) => `Page ${page} of ${of}`,
  },
  ro: {
    title: 'Datele dumneavoastră',
    intro: (clinic: string) =>
      `Ce păstrează ${clinic} despre dumneavoastră, spre citire. Fișierul data.json conține totul, complet și pentru programe; facturile, imaginile și documentele sunt în dosarul files.`,
    made: 'Întocmit',
    none: 'Nimic',
    yes: 'da',
    no: 'nu',
    inJson: 'în data.json',
    page: (page: number, of: number) => `Pagina ${page} din ${of}`,
  },
} as const;
