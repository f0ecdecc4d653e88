import { type FieldRight, fieldRight, scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import type {
  CalendarAnswer,
  CalendarAppointment,
  TodayAnswer,
} from '../../../../shared/calendar.ts';
import { type AppointmentStatus, appointmentStatuses } from '../../../../shared/statuses.ts';
import { offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { calendarRowsOf } from '../../store/calendar/calendar.ts';
import { type SheetRow, sheetRowOf } from '../../store/calendar/sheet.ts';
import { noSuchAppointment } from '../booking/book.ts';
import { type AskedDays, aroundDays, placeDays, worksOn } from '../slots/place-days.ts';
import { sheetView, spanView } from './sheet-view.ts';

/** A visit of which no more may be known than that the time is taken. */
const taken = (row: SheetRow): SheetRow => ({
  ...row,
  patient: null,
  patientName: null,
  patientPhone: null,
  alerts: [],
  reason: null,
  notes: null,
  cancelReason: null,
  overbookReason: null,
  seriesId: null,
  groupId: null,
});

/** What a sheet shows beyond who, when and where, and the field that it is. */
const facts = [
  ['reason', 'appointment', 'reason'],
  ['notes', 'appointment', 'notes'],
  ['cancelReason', 'appointment', 'cancelReason'],
  ['overbookReason', 'appointment', 'overbookReason'],
  ['patientPhone', 'patient', 'mobileNumber'],
  ['alerts', 'patient', 'alerts'],
] as const;

/** A sheet's rows as the role may read them. Asked once for all of them. */
const readable = (may: FieldRight): ((row: SheetRow) => SheetRow) => {
  const hidden = facts.filter(([, noun, field]) => !may('find', noun, field));
  const blank = Object.fromEntries(hidden.map(([key]) => [key, key === 'alerts' ? [] : null]));
  return hidden.length === 0 ? (row) => row : (row) => ({ ...row, ...blank });
};

/** A location's sheet for some local dates: appointments, columns, open hours, time off. One statement and its trail. */
export const calendarOf = async (
  strapi: Core.Strapi,
  asked: AskedDays,
): Promise<CalendarAnswer['data'] & { readonly rows: readonly SheetRow[] }> => {
  const around = aroundDays(strapi, asked);
  const found = await calendarRowsOf(strapi.db.connection, {
    ...asked,
    ...around,
    scope: await scopeOf(strapi),
  });
  const place = placeDays(found.location, asked, around);
  const { from, span, write } = place;
  const { documentId: location, zone } = place.location;
  const may = fieldRight(strapi);
  const rows = found.appointments
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map((row) => (row.hidden ? taken(row) : row))
    .map(readable(may));
  await record(strapi, undefined, {
    action: 'list',
    subject: 'appointment',
    patients: [...new Set(rows.flatMap(({ patient }) => patient ?? []))],
    detail: { from, days: asked.days, location, count: rows.length },
  });
  return {
    from,
    days: asked.days,
    zone,
    location,
    now: write(around.now),
    rows,
    appointments: rows.map((row) => sheetView(row, write)),
    practitioners: found.practitioners.map(({ hours, ...practitioner }) => ({
      ...practitioner,
      hours: worksOn({ hours, ...practitioner }, found.timeOff, place).map((open) =>
        spanView(open, write),
      ),
    })),
    chairs: found.chairs,
    timeOff: found.timeOff.map((off) => ({
      ...off,
      ...spanView(off, write),
      reason: may('find', 'time-off', 'reason') ? off.reason : null,
    })),
    holds: found.holds
      .filter(({ start, end }) => start < span.end && end > span.start)
      .map(({ until, ...held }) => ({ ...held, ...spanView(held, write), until: write(until) })),
    holidays: place.holidays,
  };
};

/** One appointment as the calendar shows it. */
export const shownAppointment = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<CalendarAppointment> => {
  const row = await sheetRowOf(strapi.db.connection, documentId);
  if (!row) throw noSuchAppointment();
  const shown = readable(fieldRight(strapi))(row);
  return sheetView(shown, offsetWriter(stretchesOf(row.zone ?? 'UTC', row.start, row.end)));
};

/** Today at a location: who comes, and how many are in which state. */
export const todayOf = async (
  strapi: Core.Strapi,
  location: string | null,
): Promise<TodayAnswer['data']> => {
  const { rows, appointments, ...sheet } = await calendarOf(strapi, {
    from: null,
    days: 1,
    location,
  });
  const counts = Object.fromEntries(
    appointmentStatuses.map((status) => [
      status,
      rows.filter((row) => row.status === status).length,
    ]),
  ) as Record<AppointmentStatus, number>;
  return {
    date: sheet.from,
    zone: sheet.zone,
    location: sheet.location,
    now: sheet.now,
    counts,
    appointments: appointments.map((appointment, index) => ({
      ...appointment,
      practitionerName: rows[index]?.practitionerName ?? null,
      chairName: rows[index]?.chairName ?? null,
    })),
  };
};
