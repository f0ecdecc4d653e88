import { invalid } from '@enamel/kernel';
import { leastCharacters, passwordFault } from '../domain/password-rules.ts';

const words = {
  short: (least: number) => `Please use at least ${least} characters.`,
  long: () => 'Please use fewer characters: no more than 72 bytes can be kept.',
  common: () => 'This password is among the first that are tried. Please choose another.',
};

/** @throws 400 PASSWORD_SHORT, PASSWORD_LONG or PASSWORD_COMMON, at `field` */
export const checkPassword = (
  password: string,
  whose: keyof typeof leastCharacters,
  about: readonly (string | undefined)[] = [],
  field = 'password',
): void => {
  const fault = passwordFault(
    password,
    whose,
    about.filter((text) => text !== undefined),
  );
  if (!fault) return;
  const message = words[fault](leastCharacters[whose]);
  throw invalid(`PASSWORD_${fault.toUpperCase()}`, message, {
    fields: [{ field, message }],
    // As the panel's forms read what is wrong.
    details: { errors: [{ path: [field], message, name: 'ValidationError' }] },
  });
};
