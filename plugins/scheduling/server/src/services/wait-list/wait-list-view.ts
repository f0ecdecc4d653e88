/** The wait list as its readers see it. */
import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { csv } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import {
  type OwnEntry,
  type WaitListEntry,
  type WaitListPage,
  weekdayNames,
} from '../../../../shared/wait-list.ts';
import { offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import {
  type EntryFilter,
  type EntryRow,
  entriesOfPatient,
  entryOf,
  listEntries,
} from '../../store/wait-list/wait-list.ts';
import { noSuchEntry } from './offer-time.ts';
import { offerSettings } from './wait-list-settings.ts';

const written = ({ zone }: EntryRow, instant: number): string =>
  offsetWriter(stretchesOf(zone, instant, instant + 1))(instant);

const ownShown = (row: EntryRow): OwnEntry => ({
  documentId: row.documentId,
  status: row.status,
  appointmentType: { documentId: row.type, name: row.typeName },
  location: { documentId: row.location, name: row.locationName, zone: row.zone },
  practitioners: row.practitioners,
  weekdays: row.weekdays ?? [],
  timeFrom: row.timeFrom,
  timeUntil: row.timeUntil,
  earliest: row.earliest,
  latest: row.latest,
  note: row.note,
  since: written(row, row.since),
  appointment:
    row.appointment && row.appointmentStart !== null
      ? { documentId: row.appointment, start: written(row, row.appointmentStart) }
      : null,
});

const shown = (row: EntryRow): WaitListEntry => ({
  ...ownShown(row),
  urgent: row.urgent,
  patient: {
    documentId: row.patient,
    name: row.patientName,
    phone: row.phone,
    reachable: row.reachable,
  },
  duration: row.duration,
  offer:
    row.offer && row.offerStart !== null && row.offerExpires !== null
      ? {
          id: row.offer,
          start: written(row, row.offerStart),
          practitionerName: row.offerPractitioner ?? '',
          expiresAt: written(row, row.offerExpires),
        }
      : null,
});

const subject = 'wait-list-entry';

export const ownEntries = async (
  strapi: Core.Strapi,
  patient: string,
  language: string | null,
): Promise<OwnEntry[]> => {
  const found = await entriesOfPatient(strapi.db.connection, patient, language);
  await record(strapi, undefined, { action: 'list', subject, patientId: patient });
  return found.map(ownShown);
};

/** @throws UNKNOWN_ENTRY also for somebody else's */
export const ownEntry = async (
  strapi: Core.Strapi,
  patient: string,
  documentId: string,
  language: string | null,
): Promise<OwnEntry> => {
  const found = await entryOf(strapi.db.connection, documentId, language);
  if (found?.patient !== patient) throw noSuchEntry();
  await record(strapi, undefined, {
    action: 'read',
    subject,
    subjectId: documentId,
    patientId: patient,
  });
  return ownShown(found);
};

export const shownEntry = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<WaitListEntry> => {
  const found = await entryOf(strapi.db.connection, documentId);
  if (!found) throw noSuchEntry();
  return shown(found);
};

export type ListWish = Omit<EntryFilter, 'limit' | 'offset' | 'scope'>;

const told = (strapi: Core.Strapi, action: string, found: readonly EntryRow[]) =>
  record(strapi, undefined, {
    action,
    subject,
    patients: [...new Set(found.map(({ patient }) => patient))],
    detail: { count: found.length },
  });

export const waitListPage = async (
  strapi: Core.Strapi,
  { page, pageSize, ...filter }: ListWish & { readonly page: number; readonly pageSize: number },
): Promise<WaitListPage> => {
  const range = { limit: pageSize, offset: (page - 1) * pageSize };
  const [{ found, counts }, offers] = await Promise.all([
    listEntries(strapi.db.connection, { ...filter, ...range, scope: await scopeOf(strapi) }),
    offerSettings(strapi),
  ]);
  await told(strapi, 'list', found);
  const total = counts.filter((row) => row.chosen).reduce((sum, row) => sum + row.count, 0);
  const statuses = Object.fromEntries(counts.map(({ status, count }) => [status, count]));
  return { data: found.map(shown), meta: { total, page, pageSize, statuses, offers } };
};

const headings = {
  en: 'Since,Patient,Phone,Service,Location,With,Days,From,Before,First day,Last day,Urgent,State,Note',
  ro: 'Din,Pacient,Telefon,Serviciu,Locație,Cu,Zile,De la,Înainte de,Prima zi,Ultima zi,Urgent,Stare,Notă',
};
const states = {
  en: { waiting: 'waiting', offered: 'asked', booked: 'booked', closed: 'closed' },
  ro: { waiting: 'așteaptă', offered: 'întrebat', booked: 'programat', closed: 'închis' },
};
const days = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ro: ['lun', 'mar', 'mie', 'joi', 'vin', 'sâm', 'dum'],
};
const mostExported = 20_000;

/** The same entries, all of them, as a table for a spreadsheet. */
export const waitListCsv = async (
  strapi: Core.Strapi,
  wish: ListWish,
  language: 'en' | 'ro',
): Promise<string> => {
  const range = { limit: mostExported, offset: 0 };
  const { found } = await listEntries(strapi.db.connection, {
    ...wish,
    ...range,
    scope: await scopeOf(strapi),
  });
  await told(strapi, 'wait-list.exported', found);
  return csv([
    headings[language].split(','),
    ...found.map((row) => [
      written(row, row.since).slice(0, 10),
      row.patientName,
      row.phone ?? '',
      row.typeName,
      row.locationName,
      row.practitioners.map(({ name }) => name).join(', '),
      (row.weekdays ?? []).map((name) => days[language][weekdayNames.indexOf(name)]).join(' '),
      row.timeFrom ?? '',
      row.timeUntil ?? '',
      row.earliest ?? '',
      row.latest ?? '',
      row.urgent ? '✓' : '',
      states[language][row.status],
      row.note ?? '',
    ]),
  ]);
};
