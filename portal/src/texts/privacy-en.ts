/** The patient's own data: a copy of it. */
export const privacy = {
  link: 'Your data',
  title: 'Your data',
  intro: (clinic: string) =>
    `${clinic} keeps your record to treat you. Here you can take a copy of all of it home.`,
  copy: 'A copy of your data',
  copyHint:
    'Everything we hold about you in one archive: a summary for reading, a file for programs, and your invoices.',
  ask: 'Make a copy',
  asked: 'We are making your copy. You get an e-mail when it is ready; this page shows it too.',
  making: 'Being made',
  refresh: 'Look again',
  ready: (until: string) => `Ready until ${until}`,
  expired: 'No longer available',
  askedOn: (date: string) => `Asked for on ${date}`,
  byClinic: 'Made at the desk',
  download: 'Download',
  size: (kilobytes: number) => `${kilobytes} kB`,
  careful: 'The archive holds your health data. Keep it where only you can read it.',
  codes: {
    EXPORT_UNDERWAY: 'A copy is being made already.',
    TOO_MANY_EXPORTS: 'You have asked for several copies today. Please try again tomorrow.',
  } as Record<string, string>,
};
