/**
 * One sound request for each route that reads or writes what is a patient's. `of` is the id of the person's record of a
 * noun, `other` that of a second person; `free` an hour in which nobody has anything. The person of another place, and
 * one whom nobody knows, are asked for with the same words.
 */
import { idOf } from './schedule.ts';

export interface Whom {
  of(noun: string): string;
  other(noun: string): string;
  readonly free: string;
  /** The name of the noun, of routes for any. */
  readonly noun: string;
  /** The column of who asks. */
  readonly who: string;
}

export interface Ask {
  readonly query?: object;
  readonly body?: object;
  /** Sent along as a form. */
  readonly file?: true;
  /** What the own record is answered with on purpose, when it is no success: a reason that only whoever knows it hears. */
  readonly code?: number | undefined;
  /** Answers also for a record that nobody has, and does nothing. */
  readonly harmless?: true;
}

const reason = 'for the test of all routes';
const place = idOf('West');
const type = idOf('West look');
const practitioner = idOf('Wanda');
const slot = (free: string) => ({
  appointmentType: type,
  location: place,
  practitioner,
  start: free,
});
const dayOf = (free: string) => free.slice(0, 10);
const repeat = { every: 'week', interval: 30, count: 2 };
const items = ({ of }: Whom) =>
  [1, 2].map(() => ({ appointmentType: type, practitioner, patient: of('patient') }));
const end = (start: string) => Temporal.Instant.from(start).add({ minutes: 30 }).toString();

/** A new record of a noun that names the person. */
const made: Record<string, (whom: Whom) => object> = {
  patient: ({ of }) => ({ firstName: 'New', lastName: 'Storyteller', guarantor: of('patient') }),
  appointment: ({ of, free }) => ({
    ...slot(free),
    startsAt: free,
    endsAt: end(free),
    start: undefined,
    status: 'confirmed',
    patient: of('patient'),
  }),
  treatment: ({ of }) => ({
    patient: of('patient'),
    procedure: 'examination',
    status: 'planned',
  }),
  'tooth-finding': ({ of }) => ({
    patient: of('patient'),
    toothNumber: '11',
    kind: 'watch',
    foundAt: '2027-03-01T08:00:00Z',
  }),
  'questionnaire-response': ({ of }) => ({
    patient: of('patient'),
    title: 'History',
    status: 'submitted',
  }),
  invoice: ({ of }) => ({ patient: of('patient'), status: 'issued', currency: 'RON', total: 1 }),
  payment: ({ of, free }) => ({
    patient: of('patient'),
    amount: 1,
    currency: 'RON',
    method: 'cash',
    receivedAt: free,
  }),
  'wait-list-entry': ({ of }) => ({
    patient: of('patient'),
    appointmentType: type,
    location: place,
    status: 'waiting',
  }),
};
/** A change of a record that every role which may change the noun may make; where a record may change hands, it does. */
const changed: Record<string, (whom: Whom) => object> = {
  patient: () => ({ city: 'Turda' }),
  appointment: () => ({ reason: 'Hurts' }),
  treatment: () => ({ description: 'Look' }),
  'tooth-finding': () => ({ notes: 'Look' }),
  'questionnaire-response': () => ({ title: 'Form' }),
  invoice: () => ({ notes: 'Late' }),
  payment: () => ({ reference: 'R' }),
  'wait-list-entry': ({ other }) => ({ note: 'Mornings', patient: other('patient') }),
};
/** What is a history is neither changed nor deleted, a visit is cancelled first, and a patient goes by an erasure. */
const kept = (verb: 'PUT' | 'DELETE', noun: string): number | undefined =>
  ({
    PUT: ['payment', 'questionnaire-response'],
    DELETE: ['patient', 'appointment', 'treatment', 'tooth-finding', 'invoice', 'payment'],
  })[verb].includes(noun)
    ? 409
    : undefined;
/** Whoever sees only whom they treat adds nobody: they could not see them. */
const unseen = ({ who, noun }: Pick<Whom, 'who' | 'noun'>): number | undefined =>
  who === 'own' && noun === 'patient' ? 403 : undefined;
const noun = (which: typeof made) => (whom: Whom) => which[whom.noun]?.(whom) ?? {};
const model = '/content-manager/collection-types/:model';

export const asks: Readonly<Record<string, (whom: Whom) => Ask>> = {
  ...Object.fromEntries(
    Object.keys(made).flatMap((each) => {
      const path = `/api/${each.replace(/y$/, 'ie')}s`;
      return [
        [
          `POST ${path}`,
          (whom: Whom) => ({
            body: { data: made[each]?.(whom) },
            code: unseen({ who: whom.who, noun: each }),
          }),
        ],
        [
          `PUT ${path}/:id`,
          (whom: Whom) => ({ body: { data: changed[each]?.(whom) }, code: kept('PUT', each) }),
        ],
        [`DELETE ${path}/:id`, () => ({ code: kept('DELETE', each), harmless: true })],
      ];
    }),
  ),
  [`POST ${model}`]: (whom) => ({ body: noun(made)(whom), code: unseen(whom) }),
  [`PUT ${model}/:id`]: (whom) => ({ body: noun(changed)(whom), code: kept('PUT', whom.noun) }),
  [`DELETE ${model}/:id`]: ({ noun }) => ({ code: kept('DELETE', noun) }),
  [`POST ${model}/actions/bulkDelete`]: ({ of, noun }) => ({
    body: { documentIds: [of(noun)] },
    code: kept('DELETE', noun),
  }),
  [`POST ${model}/actions/bulkFindForValidation`]: ({ of, noun }) => ({
    body: { documentIds: [of(noun)] },
    harmless: true,
  }),
  // Records of patients are not copied and have no drafts.
  [`POST ${model}/clone/:sourceId`]: (whom) => ({ body: noun(made)(whom), code: 400 }),
  [`POST ${model}/auto-clone/:sourceId`]: () => ({ code: 400 }),
  ...Object.fromEntries(
    ['discard', 'publish', 'unpublish'].map((act) => [
      `POST ${model}/:id/actions/${act}`,
      () => ({ code: 404 }),
    ]),
  ),

  'POST /access/corrections/:id/accept': () => ({}),
  'POST /access/corrections/:id/refuse': () => ({ body: { reason } }),
  'POST /access/duplicates/apart': ({ of, other }) => ({
    body: { one: of('patient'), other: other('patient') },
  }),
  'POST /access/erasures/:id/approve': () => ({}),
  // Nothing was kept yet.
  'POST /access/erasures/:id/identity': () => ({ body: { reason }, code: 404 }),
  'POST /access/erasures/:id/put-off': () => ({ body: { reason } }),
  'POST /access/erasures/:id/refuse': () => ({ body: { reason } }),
  'POST /access/merges': ({ of, other }) => ({
    body: { winner: of('patient'), loser: other('patient') },
  }),
  'GET /access/merges/preview': ({ of, other }) => ({
    query: { winner: of('patient'), loser: other('patient') },
  }),
  'POST /access/merges/:id/undo': () => ({}),
  'POST /access/openings/:id/end': () => ({}),
  'POST /access/openings/:id/seen': () => ({}),
  // They have none.
  'POST /access/patients/:documentId/account/second-step/reset': () => ({
    body: { reason },
    code: 409,
  }),
  'POST /access/patients/:documentId/consents': () => ({
    body: { key: 'test', act: 'given', language: 'en' },
  }),
  'POST /access/patients/:documentId/erasures': () => ({}),
  'POST /access/patients/:documentId/exports': () => ({}),
  'POST /access/patients/:documentId/family': ({ other }) => ({
    body: { relative: other('patient'), kind: 'family' },
  }),
  'POST /access/patients/:documentId/family/:relation/confirm': () => ({}),
  'POST /access/patients/:documentId/family/:relation/remove': () => ({}),
  'PUT /access/patients/:documentId/legal-hold': () => ({ body: { reason } }),
  'POST /access/patients/:documentId/places': () => ({ body: { place, shared: true } }),
  'POST /access/place-requests/:id/decision': () => ({ body: { approved: false } }),

  'POST /api/access/privacy/erasures/:id/withdraw': () => ({}),
  'POST /api/access/sessions/:id/end': () => ({}),
  'DELETE /api/auth/sessions/:sessionId': () => ({}),
  // No Stripe account: whose it is, is judged before.
  'POST /api/billing/invoices/:documentId/checkout': () => ({ code: 409 }),
  'POST /api/charting/files/:file/link': () => ({}),
  'POST /api/scheduling/bookings': ({ of, free }) => ({
    body: { ...slot(free), patient: of('patient') },
  }),
  'POST /api/scheduling/bookings/:documentId/cancel': () => ({}),
  'POST /api/scheduling/bookings/:documentId/reschedule': ({ free }) => ({ body: { start: free } }),
  // The visit stands alone: whose it is, is judged before.
  'POST /api/scheduling/bookings/:documentId/following/cancel': () => ({ code: 409 }),
  'POST /api/scheduling/bookings/:documentId/following/reschedule': ({ free }) => ({
    body: { start: free },
    code: 409,
  }),
  'POST /api/scheduling/bookings/:documentId/group/cancel': () => ({ code: 409 }),
  'POST /api/scheduling/bookings/:documentId/group/reschedule': ({ free }) => ({
    body: { start: free },
    code: 409,
  }),
  'POST /api/scheduling/bookings/group': (whom) => ({
    body: { items: items(whom), location: place, start: whom.free },
  }),
  'POST /api/scheduling/bookings/series': ({ of, free }) => ({
    body: { ...slot(free), patient: of('patient'), repeat },
  }),
  'POST /api/scheduling/bookings/series/preview': ({ of, free }) => ({
    body: { ...slot(free), patient: of('patient'), repeat },
  }),
  'POST /api/scheduling/slots/chain': (whom) => ({
    body: { items: items(whom), location: place, from: dayOf(whom.free) },
    harmless: true,
  }),
  'POST /api/scheduling/feeds/:id/revoke': () => ({}),
  'POST /api/scheduling/wait-list': ({ of }) => ({ body: { appointment: of('appointment') } }),
  'POST /api/scheduling/wait-list/:documentId/change': () => ({ body: { note: 'Mornings' } }),
  'POST /api/scheduling/wait-list/:documentId/leave': () => ({}),

  'POST /billing/invoices': ({ of }) => ({
    body: { patient: of('patient'), treatments: [of('done-treatment')] },
  }),
  'POST /billing/invoices/:documentId/payments': () => ({ body: { amount: 1, method: 'cash' } }),
  'POST /billing/invoices/:documentId/void': () => ({ body: { reason } }),

  'POST /charting/patients/:patient/files': () => ({ body: { category: 'x-ray' }, file: true }),
  // A link is followed by a browser, whose session it is made for.
  'POST /charting/patients/:patient/files/:file/link': ({ who }) => ({
    code: who === 'key' ? 401 : undefined,
  }),
  'POST /charting/patients/:patient/files/:file/remove': () => ({}),
  'POST /charting/patients/:patient/findings': () => ({ body: { tooth: '12', kind: 'watch' } }),
  'POST /charting/patients/:patient/findings/:entry/resolve': () => ({}),
  'POST /charting/patients/:patient/treatments': ({ of }) => ({
    body: { procedure: 'examination', appointment: of('appointment') },
  }),
  'POST /charting/patients/:patient/treatments/:entry/status': () => ({
    body: { to: 'completed' },
  }),
  // Nothing was done that could be undone: whose it is, is judged before.
  'POST /charting/patients/:patient/treatments/:entry/undo': () => ({ code: 409 }),

  'POST /intake/links': ({ of }) => ({
    body: { patient: of('patient'), appointment: of('appointment') },
  }),
  'POST /intake/responses/:documentId/review': () => ({ body: { alerts: [] } }),
  'POST /reminders/deliveries/:id/resend': () => ({}),

  'POST /scheduling/appointments': ({ of, free }) => ({
    body: { ...slot(free), patient: of('patient') },
  }),
  'PATCH /scheduling/appointments/:documentId': () => ({ body: { reason: 'Hurts' } }),
  'PUT /scheduling/appointments/:documentId': ({ free }) => ({ body: { start: free } }),
  // The visit stands alone: whose it is, is judged before.
  'POST /scheduling/appointments/:documentId/:scope/cancel': () => ({ code: 409 }),
  'POST /scheduling/appointments/:documentId/:scope/move': ({ free }) => ({
    body: { start: free },
    code: 409,
  }),
  'POST /scheduling/appointments/:documentId/seat': () => ({}),
  'POST /scheduling/appointments/:documentId/status': () => ({ body: { to: 'arrived' } }),
  'POST /scheduling/appointments/:documentId/take-back': () => ({ body: { to: 'confirmed' } }),
  // A dentist ends the feeds of their own calendar.
  'POST /scheduling/calendar-feeds/:id/revoke': ({ who }) => ({
    code: who === 'own' ? 404 : undefined,
  }),
  'POST /scheduling/gaps/:id/dismiss': () => ({}),
  'POST /scheduling/groups': (whom) => ({
    body: { items: items(whom), location: place, start: whom.free },
  }),
  'POST /scheduling/groups/slots': (whom) => ({
    body: { items: items(whom), location: place, from: dayOf(whom.free) },
    harmless: true,
  }),
  'POST /scheduling/series': ({ of, free }) => ({
    body: { ...slot(free), patient: of('patient'), repeat },
  }),
  'POST /scheduling/series/preview': ({ of, free }) => ({
    body: { ...slot(free), patient: of('patient'), repeat },
    harmless: true,
  }),
  'POST /scheduling/wait-list': ({ of }) => ({
    body: { patient: of('patient'), appointment: of('appointment') },
  }),
  'PUT /scheduling/wait-list/:documentId': () => ({ body: { note: 'Mornings' } }),
  'POST /scheduling/wait-list/:documentId/book': ({ free }) => ({
    body: { practitioner, start: free },
  }),
  'POST /scheduling/wait-list/:documentId/close': () => ({}),
  'POST /scheduling/wait-list/offers': ({ of, free }) => ({
    body: { entry: of('wait-list-entry'), practitioner, start: free },
  }),
  'POST /scheduling/wait-list/offers/:documentId/withdraw': () => ({}),
};

/** Writing routes that name no patient's record, and why. */
export const namesNobody: readonly RegExp[] = [
  // The caller's own account, session, wishes and mail; and what begins before somebody is known.
  / \/(admin\/(users\/me|homepage|login|register|forgot|reset|access-token|permissions\/check)|api\/auth\/|access\/staff\/)/,
  / \/api\/access\/(confirmation|factors|guest|me|password|register|sign-in|sessions\/end-others|privacy\/\w+$)/,
  / \/api\/(intake\/mine|scheduling\/feeds)$/,
  // Whoever holds a secret of its own, and Stripe.
  /:token|\/holds|\/guest\/|\/stripe\//,
  // The house: services, people at work, hours, words, files that show no patient, settings, other staff.
  / \/(admin|i18n|email|upload|users-permissions|content-type-builder|audit\/chain)\b/,
  / \/api\/(appointment-types|chairs|clinic|consents|data-breaches|equipment-\w+|locations|message-templates|practitioners)\b/,
  / \/api\/(processing-activities|questionnaires|reminder-rules|settings|time-offs|working-hours-entries)\b/,
  / \/content-manager\/(components|content-types|single-types|uid)\//,
  / \/(access\/(panel-settings|staff-places)|scheduling\/(hours|wait-list\/settings))\b/,
  // No noun of patients has drafts.
  /\/actions\/(bulkPublish|bulkUnpublish|publish)$/,
  // A new record is whose it is made for.
  / \/access\/patients$/,
  // A record out of scope is what is opened in an emergency; access-openings tells of it. Places are asked for likewise.
  / \/access\/(openings|place-requests)$/,
  // Of a practitioner or a place; scheduling-feeds tells of them.
  / \/scheduling\/calendar-feeds$/,
];
