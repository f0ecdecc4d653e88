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
  forget: 'Erase your data',
  forgetHint:
    'You can ask us to erase you. Your account closes; what the law makes us keep, such as treatments and invoices, stays locked until its date and then goes by itself.',
  forgetAsk: 'Ask to be erased',
  forgetSure: 'Yes, ask the clinic to erase my data',
  forgetSureProblem: 'Tick the box, so that nobody asks by mistake',
  forgetAsked: 'The clinic has your request.',
  forgetDue: (date: string) => `Answer by ${date}`,
  forgetPutOff: (reason: string) => `The clinic needs longer: ${reason}`,
  forgetStates: {
    asked: 'Waiting for the clinic',
    done: 'Erased',
    refused: 'Refused',
    withdrawn: 'Withdrawn by you',
  } as Record<string, string>,
  withdraw: 'Withdraw the request',
  withdrawn: 'Your request is withdrawn. Nothing was erased.',
  codes: {
    ERASURE_UNDERWAY: 'The clinic has your request already.',
    ERASURE_ANSWERED: 'The clinic has answered already.',
    EXPORT_UNDERWAY: 'A copy is being made already.',
    TOO_MANY_EXPORTS: 'You have asked for several copies today. Please try again tomorrow.',
  } as Record<string, string>,
};
