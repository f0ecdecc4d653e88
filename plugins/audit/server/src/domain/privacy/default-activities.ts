/** What every clinic does with personal data by using Enamel: its register begins with it. */
import type { Language } from './words.ts';

export interface Activity {
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: 'contract' | 'legal-obligation' | 'legitimate-interests';
  readonly dataSubjects: string;
  readonly dataCategories: string;
  readonly recipients?: string;
  readonly retention: string;
  readonly security: string;
}

export const defaultActivities: Readonly<Record<Language, readonly Activity[]>> = {
  en: [
    {
      name: 'Patient records',
      purpose: 'Diagnosis and treatment, and the proof of what was done.',
      legalBasis: 'legal-obligation',
      dataSubjects: 'Patients; guardians of minors.',
      dataCategories: 'Identity, contact, medical history, findings, treatments, notes.',
      recipients:
        'Laboratories and doctors whom a patient is referred to; whoever hosts the system.',
      retention:
        'Ten years after the last treatment, by setting; locked until then after an erasure.',
      security: 'Roles, a sealed trail of every look, the most sensitive fields encrypted.',
    },
    {
      name: 'Appointments and reminders',
      purpose: 'Booking and moving visits, and reminding of them.',
      legalBasis: 'contract',
      dataSubjects: 'Patients; guardians of minors.',
      dataCategories: 'Name, phone, e-mail, time and kind of the visits.',
      recipients: 'The providers of e-mail and SMS.',
      retention: 'Visits with the record; messages until an erasure.',
      security: 'Links end with the visit; kept messages cannot be used by whoever reads them.',
    },
    {
      name: 'Invoices and payments',
      purpose: 'Billing and bookkeeping.',
      legalBasis: 'legal-obligation',
      dataSubjects: 'Patients; whoever pays for them.',
      dataCategories:
        'Name, address, services, amounts. Card numbers stay with the payment provider.',
      recipients: 'Accountant, tax authority, payment provider.',
      retention: 'Ten years after the end of the year, by setting.',
      security: 'Roles; invoices are never changed.',
    },
    {
      name: 'Accounts in the portal',
      purpose: 'Patients book and see their own record.',
      legalBasis: 'contract',
      dataSubjects: 'Patients; guardians of minors.',
      dataCategories: 'E-mail, password as a hash, sign-ins with browser and network address.',
      retention: 'Until the account is closed.',
      security: 'Second step, sessions that end, a mail at each new browser.',
    },
    {
      name: 'Staff accounts and the trail',
      purpose: 'Deciding who sees what, and proving who saw it.',
      legalBasis: 'legitimate-interests',
      dataSubjects: 'Staff.',
      dataCategories: 'Name, e-mail, role, sign-ins, every look at a record.',
      retention: 'The trail for good, since it proves itself as a whole.',
      security: 'The trail can only be added to, and is signed.',
    },
  ],
  ro: [
    {
      name: 'Fișele pacienților',
      purpose: 'Diagnostic și tratament, și dovada a ceea ce s-a făcut.',
      legalBasis: 'legal-obligation',
      dataSubjects: 'Pacienți; tutorii minorilor.',
      dataCategories: 'Identitate, contact, istoric medical, constatări, tratamente, note.',
      recipients: 'Laboratoare și medici la care este trimis pacientul; cine găzduiește sistemul.',
      retention:
        'Zece ani de la ultimul tratament, după setare; blocate până atunci după o ștergere.',
      security:
        'Roluri, un jurnal sigilat al fiecărei priviri, câmpurile cele mai sensibile criptate.',
    },
    {
      name: 'Programări și mementouri',
      purpose: 'Programarea și mutarea vizitelor, și amintirea lor.',
      legalBasis: 'contract',
      dataSubjects: 'Pacienți; tutorii minorilor.',
      dataCategories: 'Nume, telefon, e-mail, ora și felul vizitelor.',
      recipients: 'Furnizorii de e-mail și SMS.',
      retention: 'Vizitele odată cu fișa; mesajele până la o ștergere.',
      security:
        'Linkurile expiră odată cu vizita; mesajele păstrate nu pot fi folosite de cine le citește.',
    },
    {
      name: 'Facturi și plăți',
      purpose: 'Facturare și contabilitate.',
      legalBasis: 'legal-obligation',
      dataSubjects: 'Pacienți; cine plătește pentru ei.',
      dataCategories:
        'Nume, adresă, servicii, sume. Numerele cardurilor rămân la procesatorul de plăți.',
      recipients: 'Contabilul, autoritatea fiscală, procesatorul de plăți.',
      retention: 'Zece ani de la sfârșitul anului, după setare.',
      security: 'Roluri; facturile nu se modifică niciodată.',
    },
    {
      name: 'Conturi în portal',
      purpose: 'Pacienții se programează și își văd fișa.',
      legalBasis: 'contract',
      dataSubjects: 'Pacienți; tutorii minorilor.',
      dataCategories: 'E-mail, parola ca hash, autentificările cu browser și adresă de rețea.',
      retention: 'Până la închiderea contului.',
      security: 'Al doilea pas, sesiuni care expiră, un e-mail la fiecare browser nou.',
    },
    {
      name: 'Conturile personalului și jurnalul',
      purpose: 'Cine ce poate vedea, și dovada a ceea ce s-a văzut.',
      legalBasis: 'legitimate-interests',
      dataSubjects: 'Personalul.',
      dataCategories: 'Nume, e-mail, rol, autentificări, fiecare privire într-o fișă.',
      retention: 'Jurnalul pentru totdeauna, fiindcă se dovedește doar întreg.',
      security: 'Jurnalului i se poate doar adăuga, și este semnat.',
    },
  ],
};
