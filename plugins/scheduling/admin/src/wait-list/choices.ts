import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { Colleague } from '../../../shared/people.ts';

/** What a filter or a form chooses from. */
export type Choices = Pick<ResourcesAnswer['data'], 'locations' | 'appointmentTypes'> & {
  readonly people: readonly Colleague[];
};

export const noChoices: Choices = { locations: [], appointmentTypes: [], people: [] };
