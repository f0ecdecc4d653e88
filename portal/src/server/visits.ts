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
  readonly cancellable: boolean;
  /** It can still be cancelled, but counts as a late cancellation. */
  readonly late: boolean;
}

/** How somebody reaches one visit: their own when signed in, or the one that a link is for. */
export interface Way {
  /** Where the API keeps it. */
  readonly api: string;
  /** Where its pages are. */
  readonly page: string;
  /** The page to come back to. */
  readonly home: string;
}

export const ownWay = (language: string, id: string | undefined): Way => {
  const name = encodeURIComponent(id ?? '');
  return {
    api: `/scheduling/bookings/${name}`,
    page: `/${language}/visits/${name}`,
    home: `/${language}/visits`,
  };
};

export const linkWay = (language: string, token: string | undefined): Way => {
  const name = encodeURIComponent(token ?? '');
  const page = `/${language}/visits/manage/${name}`;
  return { api: `/scheduling/manage/${name}`, page, home: page };
};

/** @throws {ApiProblem} with status 404 when it is not the patient's own, or the link is no longer good. */
export const visitAt = async (
  { api, language }: Pick<App.Locals, 'api' | 'language'>,
  way: Way,
): Promise<Visit> => (await api.get(way.api, dataOf(visitSchema), { query: { language } })).data;

/** A patient's own visit. @throws {ApiProblem} with status 404 when it is not. */
export const ownVisit = (locals: App.Locals, id: string | undefined): Promise<Visit> =>
  visitAt(locals, ownWay(locals.language, id));

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
    cancellable: visit.cancellable,
    late: visit.cancellable && !visit.changeable,
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

/** Until when the visit may be changed, and how afterwards, in words; empty when the API does not say. */
export const windowOf = (
  { visit, zone, changeable, late, phone }: ShownVisit,
  { language, texts }: Pick<App.Locals, 'language' | 'texts'>,
): string => {
  const { changeableUntil } = visit;
  if (visit.status === 'cancelled') return texts.visits.cancelledAlready;
  if (!changeable && !late) return texts.visits.windowOver(phone);
  if (!changeableUntil) return '';
  const words = late ? texts.visits.lateSince : texts.visits.until;
  return words(
    longDay(changeableUntil, language, zone),
    timeOfDay(changeableUntil, language, zone),
  );
};
