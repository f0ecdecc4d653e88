import { invalid } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

/** @throws 400 for a date of birth in the future, or of nobody alive */
export const checkBirthDate = (strapi: Core.Strapi, date: string | undefined): void => {
  if (date === undefined) return;
  const today = clockOf(strapi).now().toZonedDateTimeISO('UTC').toPlainDate();
  const day = Temporal.PlainDate.from(date);
  if (Temporal.PlainDate.compare(day, today) <= 0 && day.year > today.year - 130) return;
  const message = 'Please enter your date of birth.';
  throw invalid('VALIDATION_FAILED', message, { fields: [{ field: 'dateOfBirth', message }] });
};
