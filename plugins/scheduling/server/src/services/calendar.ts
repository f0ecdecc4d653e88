import { record } from '@enamel/audit';
import { type Interval, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { CalendarAnswer, CalendarAppointment, TodayAnswer } from '../../../shared/calendar.ts';
import {
  type AppointmentStatus,
  appointmentStatuses,
  possibleMoves,
} from '../../../shared/statuses.ts';
import { spanOfDates } from '../domain/availability.ts';
import {
  dateOf,
  dateString,
  day,
  localOf,
  offsetWriter,
  stretchesOf,
} from '../domain/local-time.ts';
import { openingsOf } from '../domain/opening.ts';
import { calendarRulesOf, type SheetRow, sheetOf, sheetRowOf } from '../store/calendar.ts';
import { noSuchAppointment } from './book.ts';

type Write = (instant: number) => string;

const shown = (row: SheetRow, write: Write): CalendarAppointment => {
  const written = (instant: number | null) => (instant === null ? null : write(instant));
  return {
    documentId: row.documentId,
    start: write(row.start),
    end: write(row.end),
    status: row.status,
    moves: possibleMoves(row.status),
    patient: row.patient
      ? {
          documentId: row.patient,
          name: row.patientName ?? '',
          phone: row.patientPhone,
          alerts: row.alerts,
        }
      : null,
    practitioner: row.practitioner,
    chair: row.chair,
    location: row.location,
    appointmentType: row.type
      ? {
          documentId: row.type,
          name: row.typeName ?? '',
          color: row.typeColor ?? '#0F766E',
          duration: row.typeDuration ?? 0,
        }
      : null,
    reason: row.reason,
    notes: row.notes,
    cancelReason: row.cancelReason,
    overbooked: row.overbooked,
    overbookReason: row.overbookReason,
    arrivedAt: written(row.arrivedAt),
    seatedAt: written(row.seatedAt),
    completedAt: written(row.completedAt),
    bookedVia: row.bookedVia,
  };
};

const present = (strapi: Core.Strapi): number => clockOf(strapi).now().epochMilliseconds;

/** A location's sheet for some local dates: appointments, columns, open hours, time off. */
export const calendarOf = async (
  strapi: Core.Strapi,
  query: { readonly from: string | null; readonly days: number; readonly location: string | null },
): Promise<CalendarAnswer['data'] & { readonly rows: readonly SheetRow[] }> => {
  const now = present(strapi);
  const around = query.from ? dateOf(query.from) : now;
  const wide: Interval = { start: around - 2 * day, end: around + (query.days + 2) * day };
  const rules = await calendarRulesOf(strapi.db.connection, query.location, wide);
  if (!rules.location) throw missing('UNKNOWN_LOCATION', 'There is no such location.');
  const { documentId: location, zone } = rules.location;
  const stretches = stretchesOf(zone, Math.min(now, wide.start), Math.max(now, wide.end));
  const from = query.from ?? dateString(localOf(now, stretches));
  const span = spanOfDates(from, query.days, stretches);
  const write = offsetWriter(stretches);
  const drawn = ({ start, end }: Interval) => ({ start: write(start), end: write(end) });
  const rows = await sheetOf(strapi.db.connection, location, span.start, span.end);
  await record(strapi, undefined, {
    action: 'list',
    subject: 'appointment',
    patients: [...new Set(rows.flatMap(({ patient }) => patient ?? []))],
    detail: { from, days: query.days, location, count: rows.length },
  });
  return {
    from,
    days: query.days,
    zone,
    location,
    now: write(now),
    rows,
    appointments: rows.map((row) => shown(row, write)),
    practitioners: rules.practitioners.map(({ hours, ...practitioner }) => {
      const off = rules.timeOff.filter(
        (t) => t.practitioner === practitioner.documentId || (!t.practitioner && !t.chair),
      );
      return {
        ...practitioner,
        hours: openingsOf(hours, off, span.start, span.end, stretches).map(drawn),
      };
    }),
    chairs: rules.chairs,
    timeOff: rules.timeOff.map((off) => ({ ...off, ...drawn(off) })),
  };
};

/** One appointment as the calendar shows it. */
export const shownAppointment = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<CalendarAppointment> => {
  const row = await sheetRowOf(strapi.db.connection, documentId);
  if (!row) throw noSuchAppointment();
  return shown(row, offsetWriter(stretchesOf(row.zone ?? 'UTC', row.start, row.end)));
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
