/** Forms of the demo clinic. Options stand one a line. */
export interface Question {
  readonly question: string;
  readonly type: 'text' | 'textarea' | 'radio' | 'checkbox' | 'number' | 'date' | 'tooth';
  readonly options?: readonly string[];
  readonly required?: boolean;
  readonly help?: string;
  readonly raisesAlert?: boolean;
}

export interface Section {
  readonly title: string;
  readonly description?: string;
  readonly questions: readonly Question[];
}

export interface Questionnaire {
  readonly key: string;
  readonly language: 'en' | 'ro';
  readonly purpose: 'medical-history' | 'consent' | 'feedback' | 'other';
  readonly title: string;
  readonly introduction: string;
  readonly sections: readonly Section[];
}

export const questionnaires: readonly Questionnaire[] = [
  {
    key: 'medical-history',
    language: 'en',
    purpose: 'medical-history',
    title: 'Medical history',
    introduction:
      'Your answers help us treat you safely. Only the people who treat you can read them.',
    sections: [
      {
        title: 'Your health',
        questions: [
          {
            question: 'Do you have, or have you had, any of these?',
            type: 'checkbox',
            options: [
              'Heart disease',
              'High blood pressure',
              'Diabetes',
              'Asthma',
              'Epilepsy',
              'Hepatitis',
              'Bleeding disorder',
              'None of these',
            ],
            required: true,
            help: 'Choose all that apply.',
            raisesAlert: true,
          },
          {
            question: 'Are you allergic to anything?',
            type: 'checkbox',
            options: [
              'Penicillin',
              'Local anaesthetic',
              'Latex',
              'Iodine',
              'Something else',
              'No allergies',
            ],
            required: true,
            raisesAlert: true,
          },
          {
            question: 'Which medicines do you take?',
            type: 'textarea',
            help: 'Name and dose, one a line. Write "none" if you take none.',
            raisesAlert: true,
          },
          {
            question: 'Do you take blood thinners?',
            type: 'radio',
            options: ['Yes', 'No', 'I do not know'],
            required: true,
            raisesAlert: true,
          },
          {
            question: 'Are you pregnant?',
            type: 'radio',
            options: ['Yes', 'No', 'Does not apply'],
          },
        ],
      },
      {
        title: 'Your teeth',
        questions: [
          {
            question: 'When did you last see a dentist?',
            type: 'date',
            help: 'Roughly is enough.',
          },
          { question: 'Which tooth hurts, if any?', type: 'tooth' },
          {
            question: 'How many times a day do you brush your teeth?',
            type: 'number',
            required: true,
          },
          {
            question: 'How do you feel about dental treatment?',
            type: 'radio',
            options: ['Relaxed', 'A little nervous', 'Very afraid'],
          },
        ],
      },
      {
        title: 'In an emergency',
        description: 'Whom may we call?',
        questions: [
          { question: 'Name of a person we may call', type: 'text', required: true },
          { question: 'Their phone number', type: 'text', required: true },
        ],
      },
    ],
  },
  {
    key: 'medical-history',
    language: 'ro',
    purpose: 'medical-history',
    title: 'Istoric medical',
    introduction:
      'Răspunsurile ne ajută să vă tratăm în siguranță. Le citesc doar cei care vă tratează.',
    sections: [
      {
        title: 'Sănătatea dumneavoastră',
        questions: [
          {
            question: 'Aveți sau ați avut una dintre acestea?',
            type: 'checkbox',
            options: [
              'Boli de inimă',
              'Hipertensiune arterială',
              'Diabet',
              'Astm',
              'Epilepsie',
              'Hepatită',
              'Tulburări de coagulare',
              'Niciuna dintre acestea',
            ],
            required: true,
            help: 'Alegeți tot ce se potrivește.',
            raisesAlert: true,
          },
          {
            question: 'Sunteți alergic la ceva?',
            type: 'checkbox',
            options: ['Penicilină', 'Anestezic local', 'Latex', 'Iod', 'Altceva', 'Nicio alergie'],
            required: true,
            raisesAlert: true,
          },
          {
            question: 'Ce medicamente luați?',
            type: 'textarea',
            help: 'Numele și doza, câte unul pe rând. Scrieți „niciunul” dacă nu luați.',
            raisesAlert: true,
          },
          {
            question: 'Luați anticoagulante?',
            type: 'radio',
            options: ['Da', 'Nu', 'Nu știu'],
            required: true,
            raisesAlert: true,
          },
          {
            question: 'Sunteți însărcinată?',
            type: 'radio',
            options: ['Da', 'Nu', 'Nu este cazul'],
          },
        ],
      },
      {
        title: 'Dinții dumneavoastră',
        questions: [
          {
            question: 'Când ați fost ultima dată la dentist?',
            type: 'date',
            help: 'Cu aproximație.',
          },
          { question: 'Ce dinte vă doare, dacă este cazul?', type: 'tooth' },
          {
            question: 'De câte ori pe zi vă spălați pe dinți?',
            type: 'number',
            required: true,
          },
          {
            question: 'Cum vă simțiți la dentist?',
            type: 'radio',
            options: ['Relaxat', 'Puțin emoționat', 'Îmi este foarte frică'],
          },
        ],
      },
      {
        title: 'În caz de urgență',
        description: 'Pe cine putem suna?',
        questions: [
          { question: 'Numele persoanei de contact', type: 'text', required: true },
          { question: 'Numărul de telefon al persoanei', type: 'text', required: true },
        ],
      },
    ],
  },
  {
    key: 'treatment-consent',
    language: 'en',
    purpose: 'consent',
    title: 'Consent to treatment',
    introduction:
      'Please read this before a treatment under local anaesthesia. Ask us anything you wish to know.',
    sections: [
      {
        title: 'What you agree to',
        description:
          'Treatment under local anaesthesia may cause numbness for some hours, swelling or bruising. Rarely, a tooth remains sensitive or needs further treatment.',
        questions: [
          {
            question: 'I have understood the treatment, its risks and the alternatives.',
            type: 'radio',
            options: ['Yes', 'I have questions'],
            required: true,
          },
          {
            question: 'I agree to local anaesthesia.',
            type: 'radio',
            options: ['Yes', 'No'],
            required: true,
          },
          { question: 'What would you like to ask the dentist?', type: 'textarea' },
        ],
      },
    ],
  },
  {
    key: 'treatment-consent',
    language: 'ro',
    purpose: 'consent',
    title: 'Acord pentru tratament',
    introduction:
      'Vă rugăm să citiți înainte de un tratament cu anestezie locală. Întrebați-ne orice doriți să știți.',
    sections: [
      {
        title: 'Cu ce sunteți de acord',
        description:
          'Tratamentul cu anestezie locală poate produce amorțeală timp de câteva ore, umflătură sau vânătăi. Rareori, dintele rămâne sensibil sau are nevoie de alt tratament.',
        questions: [
          {
            question: 'Am înțeles tratamentul, riscurile și alternativele.',
            type: 'radio',
            options: ['Da', 'Am întrebări'],
            required: true,
          },
          {
            question: 'Sunt de acord cu anestezia locală.',
            type: 'radio',
            options: ['Da', 'Nu'],
            required: true,
          },
          { question: 'Ce doriți să întrebați medicul?', type: 'textarea' },
        ],
      },
    ],
  },
];
