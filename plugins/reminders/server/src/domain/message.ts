/** A message as it leaves: from facts and a template. */
import { type CalendarFile, calendarFile } from './calendar.ts';
import { type Brand, letterHtml } from './letter.ts';
import { fill, fillLine } from './template.ts';
import type { Template } from './templates.ts';
import { type MessageFacts, valuesOf } from './values.ts';
import type { Event } from './verdict.ts';

export interface Message {
  readonly language: string;
  readonly subject: string | null;
  readonly body: string;
  readonly html: string | null;
  readonly calendar: CalendarFile | null;
}

export type Rendered =
  | { readonly ok: true; readonly message: Message }
  /** Variables that the template names and nobody knows. */
  | { readonly ok: false; readonly unknown: readonly string[] };

interface Invitation {
  readonly appointment: string;
  readonly sequence: number;
  readonly confirmed: boolean;
  readonly sender: { readonly name: string; readonly email: string };
  readonly address: string;
}

const brandOf = (facts: MessageFacts, look: Pick<Brand, 'color' | 'logo'>): Brand => {
  const { name, address, phone, email } = facts.clinic;
  return {
    ...look,
    name,
    footer: [name, address, phone, email].filter((line): line is string => Boolean(line)),
  };
};

/** Booked and moved visits go into the patient's calendar, cancelled ones leave it; a reminder changes nothing there. */
const methodOf = (event: Event): CalendarFile['method'] | undefined => {
  if (event === 'appointment-booked' || event === 'appointment-moved') return 'REQUEST';
  return event === 'appointment-cancelled' ? 'CANCEL' : undefined;
};

const calendarOf = (
  event: Event,
  facts: MessageFacts,
  invitation: Invitation,
  now: Temporal.Instant,
): CalendarFile | null => {
  const { visit, clinic, patient } = facts;
  const method = methodOf(event);
  if (!visit || !method) return null;
  const place = [visit.location.name, visit.location.address, visit.location.city];
  return calendarFile(
    {
      appointment: invitation.appointment,
      sequence: invitation.sequence,
      confirmed: invitation.confirmed,
      start: visit.start,
      end: visit.end,
      summary: [visit.appointmentType, clinic.name].filter(Boolean).join(' – '),
      description: [visit.practitioner, visit.location.phone].filter(Boolean).join('\n'),
      place: place.filter(Boolean).join(', '),
      organizer: invitation.sender,
      attendee: { name: `${patient.firstName} ${patient.lastName}`, email: invitation.address },
    },
    method,
    now,
  );
};

export const renderSms = (template: Template, facts: MessageFacts): Rendered => {
  const { text, unknown } = fill(template.body, valuesOf(facts));
  if (unknown.length > 0) return { ok: false, unknown };
  const { language } = template;
  return {
    ok: true,
    message: { language, subject: null, body: text, html: null, calendar: null },
  };
};

export const renderEmail = (
  template: Template,
  facts: MessageFacts,
  look: Pick<Brand, 'color' | 'logo'>,
  event: Event,
  invitation: Invitation,
  now: Temporal.Instant,
): Rendered => {
  const values = valuesOf(facts);
  const body = fill(template.body, values);
  const subject = fillLine(template.subject ?? '{{clinic.name}}', values);
  const unknown = [...new Set([...subject.unknown, ...body.unknown])];
  if (unknown.length > 0) return { ok: false, unknown };
  const { language } = template;
  return {
    ok: true,
    message: {
      language,
      subject: subject.text || facts.clinic.name,
      body: body.text,
      html: letterHtml(body.text, brandOf(facts, look), language),
      calendar: calendarOf(event, facts, invitation, now),
    },
  };
};
