/** What the variables of a message say, in a language. */
import { formatMoney } from '@enamel/kernel';
import type { Variable } from '../../../shared/index.ts';

export interface ClinicFacts {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly website: string | null;
  readonly paymentInstructions: string | null;
}

export interface VisitFacts {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** IANA zone of the location: patients read local time. */
  readonly zone: string;
  readonly cancelReason: string | null;
  readonly appointmentType: string | null;
  readonly practitioner: string | null;
  /** Whose visit it is, where that is not the reader. */
  readonly person?: string | null | undefined;
  readonly location: {
    readonly name: string;
    readonly address: string | null;
    readonly city: string | null;
    readonly phone: string | null;
  };
}

export interface InvoiceFacts {
  readonly documentId: string;
  readonly number: string | null;
  readonly total: number;
  readonly currency: string;
  readonly dueOn: Temporal.PlainDate | null;
}

export interface PaymentFacts {
  readonly amount: number;
  readonly currency: string;
  readonly method: 'card' | 'cash' | 'transfer';
  readonly receivedAt: Temporal.Instant;
}

export interface MessageFacts {
  readonly language: string;
  /** The clinic's zone, for what has no location. */
  readonly zone: string;
  readonly portalUrl: string;
  readonly clinic: ClinicFacts;
  readonly patient: { readonly firstName: string; readonly lastName: string };
  readonly visit?: VisitFacts | undefined;
  /** What was booked, moved or cancelled in one go with it. */
  readonly others?: readonly VisitFacts[] | undefined;
  readonly invoice?: InvoiceFacts | undefined;
  readonly payment?: PaymentFacts | undefined;
  /** A time that is offered: where to answer, and until when. */
  readonly offer?: { readonly url: string; readonly until: Temporal.Instant } | undefined;
  /** The link to this one visit, for a patient without an account. */
  readonly manageUrl?: string | undefined;
  /** The link to the history form, when the patient is to fill it in. */
  readonly formUrl?: string | undefined;
}

const localeOf = (language: string) => (language === 'ro' ? 'ro-RO' : 'en-GB');

const methods: Record<string, Record<PaymentFacts['method'], string>> = {
  en: { card: 'card', cash: 'cash', transfer: 'bank transfer' },
  ro: { card: 'card', cash: 'numerar', transfer: 'transfer bancar' },
};

/** `marți, 24 noiembrie 2026`, `Tuesday 24 November 2026`. */
export const longDate = (at: Temporal.Instant, zone: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: zone }).format(
    at.epochMilliseconds,
  );

const timeOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

const shortDate = (date: Temporal.PlainDate, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(date.year, date.month - 1, date.day),
  );

const visitValues = ({ visit, language }: MessageFacts) => ({
  'appointment.date': visit ? longDate(visit.start, visit.zone, language) : null,
  'appointment.time': visit ? timeOf(visit.start, visit.zone) : null,
  'appointment.endTime': visit ? timeOf(visit.end, visit.zone) : null,
  'cancel.reason': visit?.cancelReason ?? null,
  'appointment.type': visit?.appointmentType ?? null,
  'practitioner.name': visit?.practitioner ?? null,
  'location.name': visit?.location.name ?? null,
  'location.address':
    [visit?.location.address, visit?.location.city].filter(Boolean).join(', ') || null,
  'location.phone': visit?.location.phone ?? null,
});

/** One line for each: `Tuesday, 24 November 2026, 10:30 · Cleaning · Dr. Ana Popescu`. */
const otherVisits = ({ others = [], language }: MessageFacts): string | null =>
  others
    .map(({ start, zone, appointmentType, practitioner, person }) =>
      [
        `${longDate(start, zone, language)}, ${timeOf(start, zone)}`,
        person,
        appointmentType,
        practitioner,
      ]
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n') || null;

/** `Tuesday, 24 November 2026, 10:30`. */
const offerValues = ({ offer, visit, zone, language }: MessageFacts) => {
  const place = visit?.zone ?? zone;
  return {
    'offer.link': offer?.url ?? null,
    'offer.until': offer
      ? `${longDate(offer.until, place, language)}, ${timeOf(offer.until, place)}`
      : null,
  };
};

const moneyValues = ({ invoice, payment, language, zone }: MessageFacts) => ({
  'invoice.number': invoice?.number ?? null,
  'invoice.total': invoice
    ? formatMoney({ minor: invoice.total, currency: invoice.currency }, language)
    : null,
  'invoice.dueOn': invoice?.dueOn ? shortDate(invoice.dueOn, language) : null,
  'payment.amount': payment
    ? formatMoney({ minor: payment.amount, currency: payment.currency }, language)
    : null,
  'payment.method': payment ? ((methods[language] ?? methods.en)?.[payment.method] ?? null) : null,
  'payment.date': payment
    ? shortDate(payment.receivedAt.toZonedDateTimeISO(zone).toPlainDate(), language)
    : null,
});

/** Every variable there is; `null` where this message has nothing to say. */
export const valuesOf = (facts: MessageFacts): Record<Variable, string | null> => {
  const { clinic, patient, language, portalUrl, invoice, visit } = facts;
  const portal = `${portalUrl}/${language}`;
  return {
    'patient.firstName': patient.firstName,
    'patient.lastName': patient.lastName,
    'patient.name': `${patient.firstName} ${patient.lastName}`,
    ...visitValues(facts),
    'visits.others': otherVisits(facts),
    ...offerValues(facts),
    ...moneyValues(facts),
    'clinic.name': clinic.name,
    'clinic.phone': clinic.phone,
    'clinic.email': clinic.email,
    'clinic.address': clinic.address,
    'clinic.website': clinic.website,
    'clinic.paymentInstructions': clinic.paymentInstructions,
    'form.link': facts.formUrl ?? null,
    'visits.link': visit ? (facts.manageUrl ?? `${portal}/visits`) : null,
    'booking.link': `${portal}/book`,
    'invoice.link': invoice ? `${portal}/invoices/${invoice.documentId}` : null,
    'portal.link': portal,
  };
};
