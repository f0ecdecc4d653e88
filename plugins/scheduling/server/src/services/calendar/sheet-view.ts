import type { Interval } from '@enamel/kernel';
import type { CalendarAppointment, CalendarSpan } from '../../../../shared/calendar.ts';
import { possibleMoves } from '../../../../shared/statuses.ts';
import { absencesOf } from '../../domain/hours/absences.ts';
import type { SheetRow } from '../../store/calendar/sheet.ts';

/** Writes epoch milliseconds as ISO 8601 with the location's offset. */
export type Write = (instant: number) => string;

export const spanView = ({ start, end }: Interval, write: Write): CalendarSpan => ({
  start: write(start),
  end: write(end),
});

/** An appointment as the calendar shows it. */
export const sheetView = (row: SheetRow, write: Write): CalendarAppointment => {
  const written = (instant: number | null) => (instant === null ? null : write(instant));
  return {
    documentId: row.documentId,
    start: write(row.start),
    end: write(row.end),
    chairOnly: absencesOf(row.segments, row).map((absence) => spanView(absence, write)),
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
    assistant: row.assistant,
    chair: row.chair,
    location: row.location,
    appointmentType: row.type
      ? {
          documentId: row.type,
          name: row.typeName ?? '',
          color: row.typeColor ?? '#0F766E',
          duration: row.typeDuration ?? 0,
          bufferBefore: row.bufferBefore,
          bufferAfter: row.bufferAfter,
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
    seriesId: row.seriesId,
    groupId: row.groupId,
  };
};
