import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { patientNouns } from './patient-nouns.ts';
import { conditions, ownNotes } from './scope.ts';

/**
 * Who may do what: the matrix that a new clinic begins with. It is written once; afterwards Settings → Roles is the
 * truth, and only lines that are new here reach a clinic that already runs.
 */
type Verb = 'create' | 'read' | 'update' | 'delete';

/** All fields of a noun, all but some, or some. */
type Fields = 'all' | { readonly except: readonly string[] } | { readonly only: readonly string[] };

interface NounGrant {
  readonly noun: string;
  readonly verbs: readonly Verb[];
  readonly fields?: Fields;
}

export interface RoleDefinition {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly nouns: readonly NounGrant[];
  /** Actions of plugins and settings, as the panel names them. */
  readonly actions: readonly string[];
  /** Conditions of all that it may do with patients' records. */
  readonly conditions?: readonly string[];
  /** What colleagues wrote into a chart is not its to change. */
  readonly ownNotes?: true;
}

const all: readonly Verb[] = ['create', 'read', 'update', 'delete'];
const keep: readonly Verb[] = ['create', 'read', 'update'];
const read: readonly Verb[] = ['read'];

const grant = (noun: string, verbs: readonly Verb[], fields: Fields = 'all'): NounGrant => ({
  noun,
  verbs,
  fields,
});

/** What everybody at work needs to read a day sheet. */
const house = [
  grant('practitioner', read),
  grant('location', read),
  grant('chair', read),
  grant('equipment', read),
  grant('equipment-kind', read),
  grant('appointment-type', read),
  grant('working-hours', read),
  grant('time-off', read, { except: ['reason'] }),
  grant('clinic', read),
];

const calendar = [
  'plugin::scheduling.calendar.read',
  'plugin::scheduling.appointments.book',
  'plugin::scheduling.appointments.change',
  'plugin::scheduling.slots.explain',
  'plugin::scheduling.waitlist.manage',
];
const ownPlaces = [conditions.locations];

const media = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
  'plugin::upload.configure-view',
];
const staffAccounts = ['users', 'roles'].flatMap((what) =>
  all.map((verb) => `admin::${what}.${verb}`),
);

export const roleMatrix: readonly RoleDefinition[] = [
  {
    code: 'clinic-admin',
    name: 'Clinic admin',
    description: 'Runs the clinic: people, services, prices, messages, questionnaires, roles.',
    nouns: [
      ...[
        'practitioner',
        'location',
        'chair',
        'equipment',
        'equipment-kind',
        'wait-list-entry',
        'appointment-type',
        'working-hours',
        'time-off',
        'questionnaire',
        'message-template',
        'consent',
        'data-breach',
        'processing-activity',
        'reminder-rule',
        'clinic',
        'setting',
      ].map((noun) => grant(noun, all)),
      grant('patient', keep),
      grant('appointment', keep),
      grant('treatment', keep),
      grant('tooth-finding', keep),
      grant('questionnaire-response', read),
      grant('invoice', read),
      grant('payment', read),
    ],
    actions: [
      ...calendar,
      'plugin::scheduling.appointments.overbook',
      'plugin::scheduling.hours.own',
      'plugin::scheduling.hours.all',
      'plugin::scheduling.feeds.manage',
      'plugin::charting.record.read',
      'plugin::charting.chart.write',
      'plugin::charting.files.read',
      'plugin::charting.files.write',
      'plugin::charting.files.remove',
      'plugin::billing.invoices.read',
      'plugin::billing.invoices.issue',
      'plugin::billing.payments.take',
      'plugin::intake.responses.read',
      'plugin::intake.responses.review',
      'plugin::intake.links.send',
      'plugin::reminders.outbox.read',
      'plugin::reminders.outbox.send',
      'plugin::access.patients.read',
      'plugin::access.patients.write',
      'plugin::access.patients.merge',
      'plugin::access.security.manage',
      'plugin::access.second-step.reset-patients',
      'plugin::access.second-step.reset-staff',
      'plugin::access.privacy.export',
      'plugin::access.privacy.answer',
      scopePermissions.watch,
      scopePermissions.decide,
      scopePermissions.assign,
      'plugin::audit.trail.read',
      'plugin::content-manager.single-types.configure-view',
      'plugin::content-manager.collection-types.configure-view',
      'plugin::content-manager.components.configure-layout',
      ...media,
      ...staffAccounts,
    ],
  },
  {
    code: 'location-admin',
    name: 'Location admin',
    description:
      'Runs one or more locations: their hours, chairs, patients, messages; no roles or settings.',
    conditions: ownPlaces,
    nouns: [
      ...house.filter(({ noun }) => !['time-off', 'working-hours', 'chair'].includes(noun)),
      ...['chair', 'working-hours', 'time-off', 'wait-list-entry'].map((noun) => grant(noun, all)),
      grant('patient', keep, { except: ['account'] }),
      grant('appointment', keep),
      grant('treatment', read),
      grant('tooth-finding', read),
      grant('questionnaire', read),
      grant('questionnaire-response', read),
      grant('invoice', read),
      grant('payment', read),
    ],
    actions: [
      ...calendar,
      'plugin::scheduling.appointments.overbook',
      'plugin::scheduling.hours.own',
      'plugin::scheduling.hours.all',
      'plugin::scheduling.feeds.manage',
      'plugin::charting.record.read',
      'plugin::billing.invoices.read',
      'plugin::billing.invoices.issue',
      'plugin::billing.payments.take',
      'plugin::intake.responses.read',
      'plugin::intake.responses.review',
      'plugin::intake.links.send',
      'plugin::reminders.outbox.read',
      'plugin::reminders.outbox.send',
      'plugin::access.patients.read',
      'plugin::access.patients.write',
      scopePermissions.open,
      scopePermissions.decide,
      'plugin::upload.read',
    ],
  },
  {
    code: 'dentist',
    name: 'Dentist',
    description: 'Treats patients: records, chart, treatments, own calendar.',
    conditions: ownPlaces,
    ownNotes: true,
    nouns: [
      ...house.filter(({ noun }) => noun !== 'time-off'),
      grant('time-off', read),
      grant('patient', keep, { except: ['account'] }),
      grant('wait-list-entry', keep),
      grant('appointment', keep),
      grant('treatment', keep),
      grant('tooth-finding', keep),
      grant('questionnaire', read),
      grant('questionnaire-response', read),
      grant('invoice', read),
    ],
    actions: [
      ...calendar,
      'plugin::scheduling.hours.own',
      'plugin::scheduling.feeds.own',
      'plugin::scheduling.appointments.overbook',
      'plugin::charting.record.read',
      'plugin::charting.chart.write',
      'plugin::charting.files.read',
      'plugin::charting.files.write',
      'plugin::charting.files.remove',
      'plugin::billing.invoices.read',
      'plugin::intake.responses.read',
      'plugin::intake.responses.review',
      'plugin::intake.links.send',
      'plugin::access.patients.read',
      'plugin::access.patients.write',
      scopePermissions.open,
      'plugin::upload.read',
    ],
  },
  {
    code: 'assistant',
    name: 'Assistant',
    description: 'Works beside the dentist: chart, history forms, chairs and times; no money.',
    conditions: ownPlaces,
    nouns: [
      ...house,
      grant('patient', ['read', 'update'], { except: ['account', 'guarantor', 'sensitiveNotes'] }),
      grant('wait-list-entry', keep),
      grant('appointment', keep, { except: ['overbooked', 'overbookReason'] }),
      grant('treatment', keep, { except: ['totalPrice', 'discount', 'invoice'] }),
      grant('tooth-finding', keep),
      grant('questionnaire', read),
      grant('questionnaire-response', read),
    ],
    actions: [
      ...calendar,
      'plugin::scheduling.hours.own',
      'plugin::scheduling.feeds.own',
      'plugin::charting.record.read',
      'plugin::charting.chart.write',
      'plugin::charting.files.read',
      'plugin::charting.files.write',
      'plugin::intake.responses.read',
      'plugin::intake.responses.review',
      'plugin::intake.links.send',
      'plugin::access.patients.read',
      'plugin::access.patients.write',
      scopePermissions.open,
      'plugin::upload.read',
    ],
  },
  {
    code: 'front-desk',
    name: 'Front desk',
    description:
      'Welcomes patients: calendar, contact details, invoices, payments; no clinical notes.',
    conditions: ownPlaces,
    nouns: [
      ...house.filter(({ noun }) => noun !== 'time-off'),
      grant('time-off', read),
      grant('patient', keep, { except: ['account', 'notes', 'sensitiveNotes'] }),
      grant('wait-list-entry', keep),
      grant('appointment', keep, { except: ['notes'] }),
      grant('treatment', read, {
        only: [
          'patient',
          'practitioner',
          'appointment',
          'appointmentType',
          'procedure',
          'toothNumber',
          'status',
          'totalPrice',
          'discount',
          'date',
          'completedAt',
          'invoice',
        ],
      }),
      grant('questionnaire-response', read, {
        only: ['patient', 'appointment', 'title', 'language', 'status', 'submittedAt'],
      }),
      grant('invoice', read),
      grant('payment', read),
    ],
    actions: [
      ...calendar,
      'plugin::scheduling.hours.all',
      'plugin::scheduling.feeds.manage',
      'plugin::scheduling.appointments.overbook',
      'plugin::billing.invoices.read',
      'plugin::billing.invoices.issue',
      'plugin::billing.payments.take',
      'plugin::intake.links.send',
      'plugin::reminders.outbox.read',
      'plugin::reminders.outbox.send',
      'plugin::access.patients.read',
      'plugin::access.patients.write',
      'plugin::access.patients.merge',
      'plugin::access.second-step.reset-patients',
      'plugin::upload.read',
    ],
  },
];

/** One line of the matrix as the panel stores it; `fields` are paths, null for an action without fields. */
export interface Permission {
  readonly action: string;
  readonly subject: string | null;
  readonly fields: readonly string[] | null;
  readonly conditions: readonly string[];
}

const covers = (names: readonly string[], path: string) =>
  names.some((name) => path === name || path.startsWith(`${name}.`));

const choose = (choice: Fields, paths: readonly string[]): string[] => {
  if (choice === 'all') return [...paths];
  if ('only' in choice) return paths.filter((path) => covers(choice.only, path));
  return paths.filter((path) => !covers(choice.except, path));
};

const chartNouns: readonly string[] = ['treatment', 'tooth-finding'];

const conditionsOf = (role: RoleDefinition, noun: string, verb: Verb): string[] => [
  ...(patientNouns.includes(`api::${noun}.${noun}`) ? (role.conditions ?? []) : []),
  ...(role.ownNotes && verb === 'update' && chartNouns.includes(noun) ? [ownNotes] : []),
];

/** The permissions of a role. `fieldsOf` gives all field paths of a noun. */
export const permissionsOf = (
  role: RoleDefinition,
  fieldsOf: (noun: string) => readonly string[],
): Permission[] => [
  ...role.nouns.flatMap(({ noun, verbs, fields = 'all' }) =>
    verbs.map((verb) => ({
      action: `plugin::content-manager.explorer.${verb}`,
      subject: `api::${noun}.${noun}`,
      fields: verb === 'delete' ? null : choose(fields, fieldsOf(noun)),
      conditions: conditionsOf(role, noun, verb),
    })),
  ),
  ...role.actions.map((action) => ({ action, subject: null, fields: null, conditions: [] })),
];
