/** Panel permission actions of scheduling, as routes and pages ask for them. */
export const permissions = {
  read: 'plugin::scheduling.calendar.read',
  book: 'plugin::scheduling.appointments.book',
  change: 'plugin::scheduling.appointments.change',
  overbook: 'plugin::scheduling.appointments.overbook',
} as const;
