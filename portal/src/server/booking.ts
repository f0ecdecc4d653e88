/** The booking journey: what was chosen travels in the query string, checked against the catalogue on every page. */
import { readSlotValue } from '../lib/slots.ts';
import type { AppointmentType, Catalogue, Location, Practitioner } from './contracts.ts';

const anyone = 'any';

export interface Choice {
  service?: AppointmentType;
  location?: Location;
  /** `any` when it does not matter who. */
  practitioner?: Practitioner | typeof anyone;
  slot?: { start: string; practitioner: Practitioner };
}

export const practitionersFor = (
  { practitioners }: Catalogue,
  { service, location }: Choice,
): Practitioner[] =>
  practitioners.filter(
    (person) =>
      (!service || person.appointmentTypes.includes(service.documentId)) &&
      (!location || person.locations.includes(location.documentId)),
  );

export const locationsFor = (catalogue: Catalogue, choice: Choice): Location[] =>
  catalogue.locations.filter(
    (location) => practitionersFor(catalogue, { ...choice, location }).length > 0,
  );

/** The answers so far; one that no longer fits the earlier ones is dropped, and all after it. */
export const readChoice = (query: URLSearchParams, catalogue: Catalogue): Choice => {
  const choice: Choice = {};
  const service = catalogue.appointmentTypes.find(
    ({ documentId }) => documentId === query.get('service'),
  );
  if (!service) return choice;
  choice.service = service;
  const places = locationsFor(catalogue, choice);
  const location =
    catalogue.locations.length === 1
      ? places[0]
      : places.find(({ documentId }) => documentId === query.get('location'));
  if (!location) return choice;
  choice.location = location;
  const people = practitionersFor(catalogue, choice);
  const who = query.get('practitioner');
  const practitioner =
    who === anyone ? anyone : people.find(({ documentId }) => documentId === who);
  if (!practitioner) return choice;
  choice.practitioner = practitioner;
  const slot = readSlotValue(query.get('slot'));
  const with_ = people.find(({ documentId }) => documentId === slot?.practitioner);
  if (slot && with_ && (practitioner === anyone || practitioner === with_))
    choice.slot = { start: slot.start, practitioner: with_ };
  return choice;
};

const idOf = (practitioner: Choice['practitioner']) =>
  typeof practitioner === 'object' ? practitioner.documentId : practitioner;

/** The choice as query parameters, without those named. */
export const writeChoice = (
  { service, location, practitioner, slot }: Choice,
  extra: Record<string, string> = {},
): string =>
  new URLSearchParams({
    ...(service ? { service: service.documentId } : {}),
    ...(location ? { location: location.documentId } : {}),
    ...(practitioner ? { practitioner: idOf(practitioner) ?? anyone } : {}),
    ...(slot ? { slot: `${slot.start}~${slot.practitioner.documentId}` } : {}),
    ...extra,
  }).toString();

export type StepName = 'service' | 'location' | 'practitioner' | 'time' | 'you';

export const pathOf = (
  language: string,
  step: StepName | 'code' | 'check' | 'done',
  choice: Choice = {},
) => {
  const query = writeChoice(choice);
  const path = step === 'service' ? `/${language}/book` : `/${language}/book/${step}`;
  return query ? `${path}?${query}` : path;
};

/** The questions this visitor is asked, in order: none about the place when there is one place only. */
export const stepsFor = (catalogue: Catalogue, signedIn: boolean): StepName[] => [
  'service',
  ...(catalogue.locations.length === 1 ? [] : (['location'] as const)),
  'practitioner',
  'time',
  ...(signedIn ? [] : (['you'] as const)),
];

/** The first question that the choice does not answer yet. */
export const openQuestion = (choice: Choice): StepName | undefined => {
  if (!choice.service) return 'service';
  if (!choice.location) return 'location';
  if (!choice.practitioner) return 'practitioner';
  if (!choice.slot) return 'time';
  return undefined;
};

/** `Dr Ana Popescu`: the title once, however the clinic wrote the name. */
export const nameOf = ({ title, name }: Pick<Practitioner, 'title' | 'name'>): string =>
  title && !name.startsWith(title) ? `${title} ${name}` : name;
