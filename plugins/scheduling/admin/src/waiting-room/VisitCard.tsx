import { AlertList, useFormats, useMay, useWords } from '@enamel/access/admin';
import { Button, Flex } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { DayAnswer, DayVisit } from '../../../shared/day.ts';
import type { AppointmentStatus } from '../../../shared/statuses.ts';
import { SeatForm } from './SeatForm.tsx';
import { Since } from './Since.tsx';
import type { Stage } from './waits.ts';

interface Properties {
  readonly visit: DayVisit;
  readonly stage: Stage;
  readonly room: DayAnswer['data'];
  readonly now: number;
  readonly busy: boolean;
  /** Absent for those who only look. */
  readonly move:
    | ((visit: DayVisit, to: AppointmentStatus, chair?: string) => Promise<void>)
    | undefined;
}

/** The one-press moves of each stage, the usual one first. Seating asks for a chair and is not among them. */
const steps: Readonly<Record<Stage, readonly AppointmentStatus[]>> = {
  expected: ['arrived', 'no-show'],
  waiting: ['confirmed'],
  seated: ['completed', 'arrived'],
  done: [],
};

/** One visit in the room: who, for what, for how long, and what happens next. */
export const VisitCard = ({ visit, stage, room, now, busy, move }: Properties) => {
  const t = useWords('desk');
  const may = useMay();
  const { time } = useFormats();
  const { patient } = visit;
  const begun = Date.parse(visit.start) <= now;
  const possible = steps[stage].filter(
    (to) => visit.moves.includes(to) && (to !== 'no-show' || begun),
  );
  return (
    <li
      data-visit={visit.documentId}
      tabIndex={-1}
      style={{ ['--type' as string]: visit.type?.color ?? 'transparent' }}
    >
      <div className="head">
        <time dateTime={visit.start}>{time(visit.start, room.zone)}</time>
        {patient && may('plugin::access.patients.read') ? (
          <Link to={`/plugins/access/patients/${patient.documentId}`}>{patient.name}</Link>
        ) : (
          <b>{patient?.name ?? t('visit')}</b>
        )}
      </div>
      <p className="what">
        {[
          visit.type?.name,
          visit.practitioner?.name,
          stage === 'seated' || stage === 'done' ? visit.chair?.name : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Since visit={visit} stage={stage} zone={room.zone} now={now} />
      {patient && stage !== 'done' && <AlertList alerts={patient.alerts} />}
      {stage === 'expected' && begun && patient?.phone && (
        <a className="phone" href={`tel:${patient.phone}`}>
          <Phone width="12" height="12" aria-hidden /> {patient.phone}
        </a>
      )}
      <Flex gap={2} wrap="wrap" alignItems="center">
        {move && stage === 'waiting' && (
          <SeatForm
            visit={visit}
            room={room}
            busy={busy}
            onSeat={(chair) => void move(visit, 'seated', chair)}
          />
        )}
        {move &&
          possible.map((to, index) => (
            <Button
              key={to}
              variant={index === 0 && stage !== 'waiting' ? 'default' : 'tertiary'}
              disabled={busy}
              onClick={() => void move(visit, to)}
            >
              {t(`room.do.${stage}.${to}`)}
            </Button>
          ))}
      </Flex>
    </li>
  );
};
