/** Visits as the patient sees them. */
import { addressOf } from '../lib/address.ts';
import { longDay, timeOfDay } from '../lib/dates.ts';
import { nameOf } from './booking.ts';
import { now } from './clock.ts';
import type { Catalogue, Visit } from './contracts.ts';

export interface ShownVisit {
  readonly visit: Visit;
  readonly service: string;
  readonly who: string;
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  readonly zone: string;
  readonly ahead: boolean;
  readonly changeable: boolean;
}

/** The catalogue speaks the visitor's language; a visit to something no longer offered keeps its own names. */
export const show = (visit: Visit, catalogue: Catalogue): ShownVisit => {
  const { locations, practitioners, appointmentTypes, clinic } = catalogue;
  const place = locations.find(({ documentId }) => documentId === visit.location);
  const who = practitioners.find(({ documentId }) => documentId === visit.practitioner);
  const service = appointmentTypes.find(({ documentId }) => documentId === visit.appointmentType);
  const over = ['cancelled', 'no-show', 'completed'].includes(visit.status);
  return {
    visit,
    service: service?.name ?? visit.appointmentTypeName,
    who: who ? nameOf(who) : visit.practitionerName,
    place: place?.name ?? visit.locationName,
    address: addressOf({
      address: place?.address ?? visit.locationAddress,
      city: place?.city ?? visit.locationCity,
    }),
    phone: place?.phone || visit.locationPhone || clinic.phone,
    zone: visit.zone ?? place?.zone ?? clinic.zone,
    ahead: !over && Temporal.Instant.compare(visit.end, now()) > 0,
    changeable: visit.changeable,
  };
};

/** Ahead first by time, past last by nearness. */
export const arrange = (visits: readonly Visit[], catalogue: Catalogue) => {
  const shown = visits
    .map((visit) => show(visit, catalogue))
    .sort((a, b) => Temporal.Instant.compare(a.visit.start, b.visit.start));
  const ahead = shown.filter((one) => one.ahead);
  return {
    next: ahead[0],
    later: ahead.slice(1),
    past: shown.filter((one) => !one.ahead).reverse(),
  };
};

/** Until when the visit may be changed, in words; empty when the API does not say. */
export const windowOf = (
  { visit, zone }: ShownVisit,
  { language, texts }: Pick<App.Locals, 'language' | 'texts'>,
): string =>
  visit.changeableUntil
    ? texts.visits.until(
        longDay(visit.changeableUntil, language, zone),
        timeOfDay(visit.changeableUntil, language, zone),
      )
    : '';
