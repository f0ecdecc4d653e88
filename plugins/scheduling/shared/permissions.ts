/** Panel permission actions of scheduling, as routes and pages ask for them. */
export const permissions = {
  read: 'plugin::scheduling.calendar.read',
  book: 'plugin::scheduling.appointments.book',
  change: 'plugin::scheduling.appointments.change',
  overbook: 'plugin::scheduling.appointments.overbook',
  explain: 'plugin::scheduling.slots.explain',
  waitList: 'plugin::scheduling.waitlist.manage',
  /** One's own working hours and time off. */
  ownHours: 'plugin::scheduling.hours.own',
  allHours: 'plugin::scheduling.hours.all',
  feeds: 'plugin::scheduling.feeds.manage',
  /** Of one's own visits. */
  ownFeeds: 'plugin::scheduling.feeds.own',
} as const;
