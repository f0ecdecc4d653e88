/** Gathers what a planned message says, at the moment it is to leave. */
import { issueLink, normaliseEmail, normalisePhone } from '@enamel/access';
import { env, portalUrl } from '@enamel/config';
import { clockOf, transaction } from '@enamel/kernel/server';
import { issueOfferLink, manageLinkOf, type OfferMessage, offerMessage } from '@enamel/scheduling';
import type { Core } from '@strapi/strapi';
import { type Rendered, renderEmail, renderSms } from '../domain/message.ts';
import { tokensIn } from '../domain/personal-links.ts';
import { chooseTemplate, type Template } from '../domain/templates.ts';
import type { InvoiceFacts, MessageFacts, PaymentFacts } from '../domain/values.ts';
import { reasonToSkip, type SkipReason, stillSo } from '../domain/verdict.ts';
import { instantOf } from '../store/database.ts';
import {
  type Contact,
  contactOf,
  hasAccount,
  invoiceOf,
  type MoneyRow,
  needsHistoryForm,
  paymentOf,
  ruleIsActive,
} from '../store/facts.ts';
import type { Delivery } from '../store/ledger.ts';
import { type Clinic, clinicOf } from './clinic.ts';
import { type Sender, senderOf } from './email.ts';
import { readVisit, type Visit } from './visit.ts';

export type Composed =
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | {
      readonly kind: 'problem';
      readonly reason: 'no-template' | 'template-problem';
      readonly detail: string;
    }
  | {
      readonly kind: 'message';
      readonly rendered: Extract<Rendered, { ok: true }>['message'];
      /** In its links: they leave with the message and are not kept. */
      readonly tokens: readonly string[];
      readonly address: string;
      readonly from: Sender;
      readonly replyTo: string | null;
    };

interface Subject {
  readonly exists: boolean;
  readonly visit?: Visit | undefined;
  /** What it tells of besides. */
  readonly others?: readonly Visit[];
  readonly money?: MoneyRow | undefined;
  readonly offer?: OfferMessage | undefined;
}

/** The visit that an offer would become. */
const offeredVisit = (offer: OfferMessage): Visit => ({
  ...offer,
  documentId: '',
  patient: offer.patient,
  status: 'offered',
  sequence: 0,
  cancelReason: null,
});

/** Those that are still as the news told; the first of all when none is, so that the reason is told. */
const readMany = async (
  strapi: Core.Strapi,
  { event, patient_id: patient, relative_id: relative }: Delivery,
  listed: string,
  language: string,
): Promise<Subject> => {
  const now = clockOf(strapi).now();
  const read: Visit[] = [];
  for (const id of JSON.parse(listed) as string[]) {
    const visit = await readVisit(strapi, id, language);
    const own = relative === null && visit?.patient === patient;
    if (visit) read.push({ ...visit, person: own ? null : visit.person });
  }
  const [visit = read[0], ...others] = read.filter((each) => stillSo(event, each, now));
  return { exists: visit !== undefined, visit, others };
};

const readSubject = async (
  strapi: Core.Strapi,
  delivery: Delivery,
  language: string,
): Promise<Subject> => {
  const on = strapi.db.connection;
  if (delivery.visits !== null) return readMany(strapi, delivery, delivery.visits, language);
  if (delivery.subject_kind === 'appointment') {
    const visit = await readVisit(strapi, delivery.subject_id, language);
    return { exists: visit !== undefined, visit };
  }
  if (delivery.subject_kind === 'offer') {
    const offer = await offerMessage(strapi, delivery.subject_id, language);
    return { exists: offer !== undefined, visit: offer && offeredVisit(offer), offer };
  }
  const read = delivery.subject_kind === 'invoice' ? invoiceOf : paymentOf;
  const money = await read(on, delivery.subject_id);
  return { exists: money !== undefined, money };
};

const invoiceFacts = (money: MoneyRow | undefined): InvoiceFacts | undefined =>
  money && {
    documentId: money.invoice,
    number: money.number,
    total: money.total,
    currency: money.currency,
    dueOn: money.dueOn === null ? null : Temporal.PlainDate.from(money.dueOn),
  };

const paymentFacts = (money: MoneyRow | undefined): PaymentFacts | undefined =>
  money?.amount == null || !money.receivedAt
    ? undefined
    : {
        amount: money.amount,
        currency: money.paidIn ?? money.currency,
        method: money.method ?? 'cash',
        receivedAt: money.receivedAt,
      };

const templateFor = async (
  strapi: Core.Strapi,
  delivery: Delivery,
  languages: readonly (string | null)[],
): Promise<Template | undefined> => {
  const { template_key: key, channel } = delivery;
  const found = await strapi
    .documents('api::message-template.message-template')
    .findMany({ filters: { key, channel, active: true }, sort: 'id' });
  const templates = found.map(({ language, subject, body }) => ({
    key,
    channel,
    language: language ?? 'en',
    subject: subject ?? null,
    body: body ?? '',
  }));
  return chooseTemplate(templates, { key, channel, languages });
};

const stands = ({ state, expires }: OfferMessage, now: Temporal.Instant): boolean =>
  state === 'open' && Temporal.Instant.compare(now, expires) < 0;

const usesForm = ({ body }: Template) => /\{\{\s*form\.link\s*\}\}/.test(body);

const formUrl = async (
  strapi: Core.Strapi,
  delivery: Delivery,
  visit: Visit,
  language: string,
): Promise<string | undefined> => {
  const now = clockOf(strapi).now();
  const { patient_id: patient, relative_id: relative, subject_id: appointment } = delivery;
  if (!(await needsHistoryForm(strapi.db.connection, patient, now))) return undefined;
  const token = await transaction(strapi, (trx) =>
    issueLink(strapi, trx, {
      purpose: 'history-form',
      patient,
      appointment,
      relative,
      expiresAt: visit.start,
    }),
  );
  return `${portalUrl()}/${language}/forms/${token}`;
};

const usesVisits = ({ body }: Template) => /\{\{\s*visits\.link\s*\}\}/.test(body);

/** Who has no account gets a link to this one visit. */
const manageUrl = async (
  strapi: Core.Strapi,
  delivery: Delivery,
  visit: Visit,
  language: string,
): Promise<string | undefined> => {
  const { patient_id: patient, relative_id: relative, subject_id: appointment } = delivery;
  if (await hasAccount(strapi.db.connection, relative ?? patient)) return undefined;
  const own = { documentId: appointment, start: visit.start.toString() };
  const token = await manageLinkOf(strapi, patient, own, relative);
  return `${portalUrl()}/${language}/visits/manage/${token}`;
};

const reach = (delivery: Delivery, contact: Contact, zone: string) => {
  const recorded = delivery.channel === 'email' ? contact.email : contact.mobile;
  const address =
    delivery.channel === 'email' ? normaliseEmail(recorded) : normalisePhone(recorded, zone);
  return { recorded, address };
};

const render = (
  strapi: Core.Strapi,
  delivery: Delivery,
  template: Template,
  facts: MessageFacts,
  clinic: Clinic,
  visit: Visit | undefined,
  others: readonly Visit[],
  sender: Sender,
  address: string,
): Rendered => {
  if (delivery.channel === 'sms') return renderSms(template, facts);
  const entryOf = (each: Visit | undefined) => ({
    appointment: each?.documentId || delivery.subject_id,
    sequence: each?.sequence ?? 0,
    confirmed: each?.status !== 'pending',
  });
  const invitation = {
    ...entryOf(visit),
    others: others.map(entryOf),
    sender,
    address,
  };
  return renderEmail(template, facts, clinic, delivery.event, invitation, clockOf(strapi).now());
};

/** The message, or why there is none. */
export const compose = async (strapi: Core.Strapi, delivery: Delivery): Promise<Composed> => {
  const on = strapi.db.connection;
  const [clinic, contact] = await Promise.all([
    clinicOf(strapi),
    contactOf(on, delivery, clockOf(strapi).now()),
  ]);
  if (!contact)
    return { kind: 'skip', reason: delivery.relative_id === null ? 'gone' : 'reader-gone' };
  const template = await templateFor(strapi, delivery, [contact.language, clinic.defaultLanguage]);
  const language = template?.language ?? clinic.defaultLanguage;
  const subject = await readSubject(strapi, delivery, language);
  const { exists, visit, others = [], money, offer } = subject;
  const { recorded, address } = reach(delivery, contact, clinic.zone);
  const reason = reasonToSkip({
    event: delivery.event,
    channel: delivery.channel,
    ruleActive: await ruleIsActive(on, delivery.rule_id),
    subjectExists: exists,
    offerOpen: offer && stands(offer, clockOf(strapi).now()),
    visit,
    plannedStart:
      delivery.starts_at && delivery.visits === null ? instantOf(delivery.starts_at) : undefined,
    emailReminders: contact.emailReminders,
    smsReminders: contact.smsReminders,
    recorded,
    address,
    now: clockOf(strapi).now(),
  });
  if (reason || address === undefined) return { kind: 'skip', reason: reason ?? 'no-address' };
  if (!template) return { kind: 'problem', reason: 'no-template', detail: delivery.template_key };
  const sender = { name: clinic.name, email: senderOf(env().MAIL_FROM).email };
  const facts: MessageFacts = {
    language,
    zone: clinic.zone,
    portalUrl: portalUrl(),
    clinic,
    patient: contact,
    visit,
    others,
    invoice: invoiceFacts(money),
    payment: paymentFacts(money),
    offer: offer && {
      url: `${portalUrl()}/${language}/offers/${await issueOfferLink(strapi, delivery.subject_id)}`,
      until: offer.expires,
    },
    manageUrl:
      visit && delivery.subject_kind === 'appointment' && usesVisits(template)
        ? await manageUrl(strapi, delivery, visit, language)
        : undefined,
    formUrl:
      visit && usesForm(template) ? await formUrl(strapi, delivery, visit, language) : undefined,
  };
  const rendered = render(
    strapi,
    delivery,
    template,
    facts,
    clinic,
    visit,
    others,
    sender,
    address,
  );
  if (!rendered.ok)
    return { kind: 'problem', reason: 'template-problem', detail: rendered.unknown.join(', ') };
  return {
    kind: 'message',
    rendered: rendered.message,
    tokens: tokensIn(facts),
    address,
    from: sender,
    replyTo: clinic.email,
  };
};
