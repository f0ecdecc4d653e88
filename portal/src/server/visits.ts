/** Visits as the patient sees them. */
import { addressOf } from '../lib/address.ts';
import { longDay, timeOfDay } from '../lib/dates.ts';
import { dataOf } from './api.ts';
import { nameOf } from './booking.ts';
import { type Catalogue, type Visit, visit as visitSchema } from './contracts.ts';

export interface ShownVisit {
  readonly visit: Visit;
  readonly service: string;
  readonly who: string;
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  readonly zone: string;
  readonly changeable: boolean;
}

/** @throws {ApiProblem} with status 404 when it is not the patient's own. */
export const ownVisit = async (
  { api, language }: Pick<App.Locals, 'api' | 'language'>,
  id: string | undefined,
): Promise<Visit> =>
  (await api.get(visitPath(id), dataOf(visitSchema), { query: { language } })).data;

/** Where the API keeps one visit. */
export const visitPath = (id: string | undefined): string =>
  `/scheduling/bookings/${encodeURIComponent(id ?? '')}`;

/** The catalogue speaks the visitor's language; a visit to something no longer offered keeps its own names. */
export const show = (visit: Visit, catalogue: Catalogue): ShownVisit => {
  const { locations, practitioners, appointmentTypes, clinic } = catalogue;
  const place = locations.find(({ documentId }) => documentId === visit.location);
  const who = practitioners.find(({ documentId }) => documentId === visit.practitioner);
  const service = appointmentTypes.find(({ documentId }) => documentId === visit.appointmentType);
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
    changeable: visit.changeable,
  };
};

/** Ahead first by time, past last by nearness. */
export const arrange = (visits: readonly Visit[], catalogue: Catalogue) => {
  const shown = visits
    .map((visit) => show(visit, catalogue))
    .sort((a, b) => Temporal.Instant.compare(a.visit.start, b.visit.start));
  const ahead = shown.filter(({ visit }) => visit.upcoming);
  return {
    next: ahead[0],
    later: ahead.slice(1),
    past: shown.filter(({ visit }) => !visit.upcoming).reverse(),
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
