/**
 * What visitors and patients may call. Routes that declare `auth: false` are open to everybody and need no line here;
 * every other route of {@link patientPlugins} is a patient's, and asks itself whose record it serves.
 */
const publicNouns = ['location', 'appointment-type', 'practitioner'] as const;

/** Nouns that a visitor reads, field by field; see public-read.ts. */
const publicReads = publicNouns.flatMap((noun) => [
  `api::${noun}.${noun}.find`,
  `api::${noun}.${noun}.findOne`,
]);

const account = 'plugin::users-permissions';

export const visitorActions: readonly string[] = [
  ...publicReads,
  `${account}.auth.callback`,
  `${account}.auth.refresh`,
  'plugin::scheduling.holds.place',
];

export const patientActions: readonly string[] = [
  ...publicReads,
  `${account}.auth.callback`,
  `${account}.auth.refresh`,
  `${account}.auth.logout`,
  `${account}.auth.getSessions`,
  `${account}.auth.revokeSession`,
];

/** Plugins whose content-API routes serve the signed-in patient. */
export const patientPlugins: readonly string[] = [
  'access',
  'scheduling',
  'intake',
  'charting',
  'billing',
  'reminders',
];
