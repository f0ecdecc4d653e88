/** The messages a new clinic starts with. From then on they are content: edited in the panel, never reset. */
import type { Template } from './templates.ts';
import type { Channel, Event } from './verdict.ts';

interface Text {
  readonly subject?: string;
  readonly body: string;
}

interface Message {
  readonly key: string;
  readonly channel: Channel;
  readonly name: string;
  readonly en: Text;
  readonly ro: Text;
}

interface Rule {
  readonly name: string;
  readonly event: Event;
  readonly templateKey: string;
  readonly channel: Channel;
  readonly hoursBefore?: number;
}

const signature = '{{clinic.name}}\n{{location.name}}, {{location.address}}\n{{location.phone}}';

const messages: readonly Message[] = [
  {
    key: 'booking-confirmation',
    channel: 'email',
    name: 'Booking confirmation',
    en: {
      subject: 'Your visit on {{appointment.date}} at {{appointment.time}}',
      body: `Hello {{patient.firstName}},

your visit is booked:

{{appointment.type}}
{{appointment.date}} at {{appointment.time}}
with {{practitioner.name}}
{{location.name}}, {{location.address}}

With it are booked:
{{visits.others}}

Please fill in your medical history before you come. It takes five minutes on a phone:
{{form.link}}

To move or cancel your visit:
{{visits.link}}

See you soon!
${signature}`,
    },
    ro: {
      subject: 'Programarea dumneavoastră din {{appointment.date}}, ora {{appointment.time}}',
      body: `Bună ziua, {{patient.firstName}},

programarea dumneavoastră este înregistrată:

{{appointment.type}}
{{appointment.date}}, ora {{appointment.time}}
cu {{practitioner.name}}
{{location.name}}, {{location.address}}

Totodată sunt înregistrate:
{{visits.others}}

Vă rugăm să completați istoricul medical înainte de vizită. Durează cinci minute pe telefon:
{{form.link}}

Pentru a muta sau anula programarea:
{{visits.link}}

Vă așteptăm cu drag!
${signature}`,
    },
  },
  {
    key: 'booking-moved',
    channel: 'email',
    name: 'Visit moved',
    en: {
      subject: 'Your visit has a new time: {{appointment.date}} at {{appointment.time}}',
      body: `Hello {{patient.firstName}},

your visit ({{appointment.type}}) has been moved to {{appointment.date}} at {{appointment.time}},
with {{practitioner.name}} at {{location.name}}, {{location.address}}.

With it have moved to:
{{visits.others}}

If this does not suit you, choose another time:
{{visits.link}}

${signature}`,
    },
    ro: {
      subject: 'Programarea are o oră nouă: {{appointment.date}}, ora {{appointment.time}}',
      body: `Bună ziua, {{patient.firstName}},

programarea dumneavoastră ({{appointment.type}}) a fost mutată pe {{appointment.date}}, ora {{appointment.time}},
cu {{practitioner.name}}, la {{location.name}}, {{location.address}}.

Totodată au fost mutate pe:
{{visits.others}}

Dacă nu vă convine, alegeți altă oră:
{{visits.link}}

${signature}`,
    },
  },
  {
    key: 'booking-cancelled',
    channel: 'email',
    name: 'Visit cancelled',
    en: {
      subject: 'Your visit on {{appointment.date}} is cancelled',
      body: `Hello {{patient.firstName}},

your visit ({{appointment.type}}) on {{appointment.date}} at {{appointment.time}} is cancelled.
Reason: {{cancel.reason}}

With it are cancelled:
{{visits.others}}

You can book a new time whenever you like:
{{visits.link}}

${signature}`,
    },
    ro: {
      subject: 'Programarea din {{appointment.date}} a fost anulată',
      body: `Bună ziua, {{patient.firstName}},

programarea dumneavoastră ({{appointment.type}}) din {{appointment.date}}, ora {{appointment.time}}, a fost anulată.
Motiv: {{cancel.reason}}

Totodată au fost anulate:
{{visits.others}}

Puteți face oricând o nouă programare:
{{visits.link}}

${signature}`,
    },
  },
  {
    key: 'reminder-24h',
    channel: 'email',
    name: 'Reminder, a day before',
    en: {
      subject: 'See you on {{appointment.date}} at {{appointment.time}}',
      body: `Hello {{patient.firstName}},

a reminder of your visit: {{appointment.type}}
on {{appointment.date}} at {{appointment.time}} with {{practitioner.name}}
at {{location.name}}, {{location.address}}.

If you cannot come, please tell us now so that somebody else can have the time:
{{visits.link}}

${signature}`,
    },
    ro: {
      subject: 'Ne vedem pe {{appointment.date}}, la ora {{appointment.time}}',
      body: `Bună ziua, {{patient.firstName}},

vă reamintim programarea: {{appointment.type}},
pe {{appointment.date}}, ora {{appointment.time}}, cu {{practitioner.name}},
la {{location.name}}, {{location.address}}.

Dacă nu puteți ajunge, vă rugăm să ne anunțați, ca ora să fie de folos altcuiva:
{{visits.link}}

${signature}`,
    },
  },
  {
    key: 'reminder-24h',
    channel: 'sms',
    name: 'Reminder, a day before',
    en: {
      body: '{{clinic.name}}: {{patient.firstName}}, see you on {{appointment.date}} at {{appointment.time}}, {{location.address}}. Move or cancel: {{visits.link}}',
    },
    ro: {
      body: '{{clinic.name}}: {{patient.firstName}}, vă așteptăm pe {{appointment.date}}, ora {{appointment.time}}, {{location.address}}. Mutare sau anulare: {{visits.link}}',
    },
  },
  {
    key: 'wait-list-offer',
    channel: 'email',
    name: 'A time for somebody who waits',
    en: {
      subject: 'A time for you: {{appointment.date}} at {{appointment.time}}',
      body: `Hello {{patient.firstName}},

a time has become free, and you are next on our list:

{{appointment.type}}
{{appointment.date}} at {{appointment.time}}
with {{practitioner.name}}
{{location.name}}, {{location.address}}

We keep it for you until {{offer.until}}. Accept or decline here:
{{offer.link}}

If it does not suit you, you stay on the list.
${signature}`,
    },
    ro: {
      subject: 'Un loc pentru dumneavoastră: {{appointment.date}}, ora {{appointment.time}}',
      body: `Bună ziua, {{patient.firstName}},

s-a eliberat un loc și urmați pe lista noastră de așteptare:

{{appointment.type}}
{{appointment.date}}, ora {{appointment.time}}
cu {{practitioner.name}}
{{location.name}}, {{location.address}}

Îl păstrăm pentru dumneavoastră până {{offer.until}}. Acceptați sau refuzați aici:
{{offer.link}}

Dacă nu vă convine, rămâneți pe listă.
${signature}`,
    },
  },
  {
    key: 'wait-list-offer',
    channel: 'sms',
    name: 'A time for somebody who waits',
    en: {
      body: '{{clinic.name}}: a time is free for you on {{appointment.date}} at {{appointment.time}}, {{location.name}}. Kept until {{offer.until}}. Accept or decline: {{offer.link}}',
    },
    ro: {
      body: '{{clinic.name}}: s-a eliberat un loc pentru dumneavoastră pe {{appointment.date}}, ora {{appointment.time}}, {{location.name}}. Păstrat până {{offer.until}}. Acceptați sau refuzați: {{offer.link}}',
    },
  },
  {
    key: 'invoice-issued',
    channel: 'email',
    name: 'Invoice issued',
    en: {
      subject: 'Invoice {{invoice.number}} from {{clinic.name}}',
      body: `Hello {{patient.firstName}},

your invoice {{invoice.number}} over {{invoice.total}} is ready. See it, pay it or save it as PDF here:
{{invoice.link}}

Thank you for your trust.
{{clinic.name}}`,
    },
    ro: {
      subject: 'Factura {{invoice.number}} de la {{clinic.name}}',
      body: `Bună ziua, {{patient.firstName}},

factura dumneavoastră {{invoice.number}}, în valoare de {{invoice.total}}, este gata. O puteți vedea, plăti sau salva ca PDF aici:
{{invoice.link}}

Vă mulțumim pentru încredere.
{{clinic.name}}`,
    },
  },
  {
    key: 'payment-receipt',
    channel: 'email',
    name: 'Payment receipt',
    en: {
      subject: 'Thank you: {{payment.amount}} received',
      body: `Hello {{patient.firstName}},

we received {{payment.amount}} for invoice {{invoice.number}}. Nothing else is due for it.

Your invoices:
{{invoice.link}}

{{clinic.name}}`,
    },
    ro: {
      subject: 'Vă mulțumim: am primit {{payment.amount}}',
      body: `Bună ziua, {{patient.firstName}},

am primit {{payment.amount}} pentru factura {{invoice.number}}. Nu mai este nimic de plătit pentru ea.

Facturile dumneavoastră:
{{invoice.link}}

{{clinic.name}}`,
    },
  },
];

const languages = ['en', 'ro'] as const;

export const defaultTemplates: readonly (Template & { name: string })[] = messages.flatMap(
  ({ name, key, channel, ...texts }) =>
    languages.map((language) => {
      const { subject = null, body } = texts[language];
      return { name, key, channel, language, subject, body };
    }),
);

export const defaultRules: readonly Rule[] = [
  {
    name: 'Confirm a booking at once',
    event: 'appointment-booked',
    templateKey: 'booking-confirmation',
    channel: 'email',
  },
  {
    name: 'Tell when a visit is moved',
    event: 'appointment-moved',
    templateKey: 'booking-moved',
    channel: 'email',
  },
  {
    name: 'Tell when a visit is cancelled',
    event: 'appointment-cancelled',
    templateKey: 'booking-cancelled',
    channel: 'email',
  },
  {
    name: 'Remind by e-mail a day before',
    event: 'before-appointment',
    hoursBefore: 24,
    templateKey: 'reminder-24h',
    channel: 'email',
  },
  {
    name: 'Remind by SMS a day before',
    event: 'before-appointment',
    hoursBefore: 24,
    templateKey: 'reminder-24h',
    channel: 'sms',
  },
  {
    name: 'Offer a free time by e-mail',
    event: 'wait-list-offered',
    templateKey: 'wait-list-offer',
    channel: 'email',
  },
  {
    name: 'Offer a free time by SMS',
    event: 'wait-list-offered',
    templateKey: 'wait-list-offer',
    channel: 'sms',
  },
  {
    name: 'Send an invoice when it is issued',
    event: 'invoice-issued',
    templateKey: 'invoice-issued',
    channel: 'email',
  },
  {
    name: 'Thank for a payment',
    event: 'payment-received',
    templateKey: 'payment-receipt',
    channel: 'email',
  },
];
