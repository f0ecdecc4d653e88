/** A guardian who looks after minors, in English. */
export const family = {
  title: 'Those you look after',
  until: (date: string) => `until ${date}`,
  bookOnly: 'You may book visits for them.',
  look: 'See the record',
  lookFor: (name: string) => `See the record of ${name}`,
  looking: (name: string) => `You are acting for ${name}.`,
  back: 'Back to your own',
  over: 'You no longer act for this person. This is your own record.',
};
