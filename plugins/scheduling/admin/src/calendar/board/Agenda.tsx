import { useFormats, useWords, VisitState } from '@enamel/access/admin';
import { WarningCircle } from '@strapi/icons';
import { useMemo } from 'react';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { useOwnName } from '../useOwnName.ts';
import { addDays } from '../zoned.ts';
import { AgendaFrame } from './AgendaFrame.tsx';
import type { Column, Sheet } from './blocks.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly by: Column;
  readonly who: string;
  readonly isShown: (visit: CalendarAppointment) => boolean;
  readonly chosen: string | undefined;
  readonly label: string;
  readonly onVisit: (visit: CalendarAppointment) => void;
}

/** The coming days as lists: who comes, when, to whom. */
export const Agenda = ({ sheet, by, who, isShown, chosen, label, onVisit }: Properties) => {
  const t = useWords('scheduling');
  const { longDay, time } = useFormats();
  const name = useOwnName();
  const names = useMemo(
    () =>
      new Map(
        [...sheet.practitioners, ...sheet.chairs].map(({ documentId, name }) => [
          documentId,
          name.trim(),
        ]),
      ),
    [sheet],
  );
  const shown = sheet.appointments.filter((visit) => isShown(visit) && (!who || visit[by] === who));
  const dates = Array.from({ length: sheet.days }, (_, index) => addDays(sheet.from, index));
  return (
    <AgendaFrame role="region" aria-label={label} data-board="agenda" tabIndex={0}>
      {dates.map((date) => {
        const visits = shown.filter(({ start }) => start.startsWith(date));
        const holiday = sheet.holidays.find((one) => one.date === date);
        return (
          <section key={date} aria-labelledby={`agenda-${date}`}>
            <h2 id={`agenda-${date}`}>
              {longDay(`${date}T12:00:00Z`, 'UTC')}
              <small>
                {[holiday && name(holiday.name), t('visits', { count: visits.length })]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </h2>
            <ul>
              {visits.map((visit) => (
                <li key={visit.documentId}>
                  <button
                    type="button"
                    data-visit={visit.documentId}
                    aria-pressed={visit.documentId === chosen}
                    style={{ ['--type' as string]: visit.appointmentType?.color ?? '#6B7F7C' }}
                    onClick={() => onVisit(visit)}
                  >
                    <span className="when">
                      {`${time(visit.start, sheet.zone)}–${time(visit.end, sheet.zone)}`}
                    </span>
                    <span className="name">
                      {visit.patient?.name ?? '–'}
                      {visit.patient && visit.patient.alerts.length > 0 && (
                        <WarningCircle
                          width="14"
                          height="14"
                          fill="danger600"
                          aria-label={t('alerts', { count: visit.patient.alerts.length })}
                        />
                      )}
                    </span>
                    <span className="what">
                      {[
                        visit.appointmentType?.name,
                        names.get(visit.practitioner ?? ''),
                        names.get(visit.chair ?? ''),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <VisitState status={visit.status} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </AgendaFrame>
  );
};
