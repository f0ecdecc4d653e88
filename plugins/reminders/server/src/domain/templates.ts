/** Which of the clinic's templates a message is written from. */
import type { Channel } from './verdict.ts';

export type Language = 'en' | 'ro';

export interface Template {
  readonly key: string;
  readonly channel: Channel;
  readonly language: Language;
  readonly subject: string | null;
  readonly body: string;
}

/** The template in the patient's language, else in the clinic's, else in any. Expects only active ones. */
export const chooseTemplate = (
  templates: readonly Template[],
  wanted: { key: string; channel: Channel; languages: readonly (string | null | undefined)[] },
): Template | undefined => {
  const fitting = templates.filter(
    ({ key, channel }) => key === wanted.key && channel === wanted.channel,
  );
  for (const language of wanted.languages) {
    const found = fitting.find((template) => template.language === language);
    if (found) return found;
  }
  return fitting[0];
};
