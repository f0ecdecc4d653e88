/** A message as it leaves: from facts and a template. */
import { type CalendarFile, calendarFile } from './calendar.ts';
import { type Brand, letterHtml } from './letter.ts';
import { fill, fillLine } from './template.ts';
import type { Template } from './templates.ts';
import { type MessageFacts, type VisitFacts, valuesOf } from './values.ts';
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

interface Entry {
  readonly appointment: string;
  readonly sequence: number;
  readonly confirmed: boolean;
}

interface Invitation extends Entry {
  /** One for each of the other visits that the message tells of. */
  readonly others: readonly Entry[];
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
const methodOf = (event: Event): 'REQUEST' | 'CANCEL' | undefined => {
  if (event === 'appointment-booked' || event === 'appointment-moved') return 'REQUEST';
  return event === 'appointment-cancelled' ? 'CANCEL' : undefined;
};

const calendarOf = (
  event: Event,
  facts: MessageFacts,
  invitation: Invitation,
  now: Temporal.Instant,
): CalendarFile | null => {
  const { visit, others = [], clinic, patient } = facts;
  const method = methodOf(event);
  if (!visit || !method) return null;
  const entryOf = (each: VisitFacts, { appointment, sequence, confirmed }: Entry) => {
    const { name, address, city, phone } = each.location;
    return {
      ...{ appointment, sequence, confirmed, start: each.start, end: each.end },
      summary: [each.appointmentType, clinic.name].filter(Boolean).join(' – '),
      description: [each.practitioner, phone].filter(Boolean).join('\n'),
      place: [name, address, city].filter(Boolean).join(', '),
      organizer: invitation.sender,
      attendee: { name: `${patient.firstName} ${patient.lastName}`, email: invitation.address },
    };
  };
  const more = others.map((each, index) => entryOf(each, invitation.others[index] as Entry));
  return calendarFile(entryOf(visit, invitation), method, now, more);
};

/** A template written for one visit tells of the others after its last line. */
const bodyOf = ({ body }: Template, { others = [] }: MessageFacts): string =>
  others.length > 0 && !/\{\{\s*visits\.others\s*\}\}/.test(body)
    ? `${body}\n\n{{visits.others}}`
    : body;

export const renderSms = (template: Template, facts: MessageFacts): Rendered => {
  const { text, unknown } = fill(bodyOf(template, facts), valuesOf(facts));
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
  const body = fill(bodyOf(template, facts), values);
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
