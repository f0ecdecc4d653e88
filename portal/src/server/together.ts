/** Several visits back to back: what was asked for travels in the query string, as in the booking journey. */
import { readSlotValue, type Slot, slotValue } from '../lib/slots.ts';
import { locationsFor, practitionersFor } from './booking.ts';
import type { AppointmentType, Catalogue, Location } from './contracts.ts';
import type { Family } from './family.ts';
import type { Problems } from './form.ts';

export const mostVisits = 6;

interface Row {
  readonly service: AppointmentType | undefined;
  /** Of the family; undefined for oneself. */
  readonly whom: Family[number] | undefined;
}

export interface Together {
  readonly rows: readonly Row[];
  readonly location: Location | undefined;
  /** One practitioner for all of them. */
  readonly same: boolean;
  /** When the first begins; who performs each, in order, parted by dots. */
  readonly slot: Pick<Slot, 'start' | 'practitioner'> | undefined;
}

/** Services that can be booked online somewhere. */
export const offered = (catalogue: Catalogue): AppointmentType[] =>
  catalogue.appointmentTypes.filter((service) => locationsFor(catalogue, { service }).length > 0);

/** What was chosen so far; what does not exist is dropped. At least two rows. */
export const readTogether = (
  query: URLSearchParams,
  catalogue: Catalogue,
  family: Family,
): Together => {
  const services = query.getAll('service').slice(0, mostVisits);
  const people = query.getAll('whom');
  const known = offered(catalogue);
  const rows = services.map((id, index): Row => {
    const whom = family.find(({ documentId }) => documentId === people[index]);
    // A visit for somebody unknown is nobody's: it is chosen anew.
    const unknown = people[index] && !whom;
    const service = unknown ? undefined : known.find(({ documentId }) => documentId === id);
    return { service, whom };
  });
  while (rows.length < 2) rows.push({ service: undefined, whom: undefined });
  const { locations } = catalogue;
  const slot = readSlotValue(query.get('slot'));
  return {
    rows,
    location:
      locations.length === 1
        ? locations[0]
        : locations.find(({ documentId }) => documentId === query.get('location')),
    same: query.has('same'),
    slot: slot?.practitioner.split('.').length === rows.length ? slot : undefined,
  };
};

/** As query parameters. */
export const writeTogether = ({ rows, location, same, slot }: Together): URLSearchParams => {
  const query = new URLSearchParams();
  for (const { service, whom } of rows) {
    query.append('service', service?.documentId ?? '');
    query.append('whom', whom?.documentId ?? '');
  }
  if (location) query.set('location', location.documentId);
  if (same) query.set('same', '1');
  if (slot) query.set('slot', slotValue(slot));
  return query;
};

/** The rows after one was added or taken away; undefined when neither was asked for. */
export const changedRows = (chosen: Together, query: URLSearchParams): Together | undefined => {
  const { rows } = chosen;
  const { slot: _slot, ...rest } = chosen;
  if (query.has('add') && rows.length < mostVisits)
    return {
      ...rest,
      slot: undefined,
      rows: [...rows, { service: undefined, whom: undefined }],
    };
  const remove = query.get('remove');
  if (remove === null) return undefined;
  return {
    ...rest,
    slot: undefined,
    rows: rows.filter((_, index) => String(index + 1) !== remove),
  };
};

export const problemsOfRows = (
  { rows, location }: Together,
  catalogue: Catalogue,
  { problems }: App.Locals['texts']['together'],
): Problems => {
  const found: Problems = {};
  for (const [index, { service }] of rows.entries()) {
    const number = index + 1;
    const field = `service-${number}`;
    if (!service) found[field] = problems.service(number);
    else if (location && practitionersFor(catalogue, { service, location }).length === 0)
      found[field] = problems.place(number);
  }
  if (!location) found.location = problems.location;
  return found;
};

export type Whole = Omit<Together, 'rows' | 'location'> & {
  readonly location: Location;
  readonly rows: readonly (Row & { readonly service: AppointmentType })[];
};

/** Whether nothing is left to be said but the time. */
export const isWhole = (chosen: Together, catalogue: Catalogue): chosen is Whole =>
  chosen.location !== undefined &&
  chosen.rows.every(
    ({ service }) =>
      service !== undefined &&
      practitionersFor(catalogue, { service, location: chosen.location as Location }).length > 0,
  );
