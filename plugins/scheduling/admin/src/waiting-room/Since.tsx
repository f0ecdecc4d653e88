import { StateBadge, useFormats, useWords } from '@enamel/access/admin';
import { CheckCircle, Clock, MinusCircle, WarningCircle } from '@strapi/icons';
import type { DayVisit } from '../../../shared/day.ts';
import { late, patience, type Stage, waited } from './waits.ts';

interface Properties {
  readonly visit: DayVisit;
  readonly stage: Stage;
  readonly zone: string;
  readonly now: number;
}

const looks = {
  fine: { icon: Clock, tone: 'neutral' },
  long: { icon: Clock, tone: 'warning' },
  'very-long': { icon: WarningCircle, tone: 'danger' },
} as const;

/** How long it has been: late, waiting, in the chair since, left at. */
export const Since = ({ visit, stage, zone, now }: Properties) => {
  const t = useWords('desk');
  const { time } = useFormats();
  if (stage === 'expected') {
    const minutes = late(visit, now);
    return minutes > 0 ? (
      <StateBadge icon={WarningCircle} tone="warning">
        {t('room.late', { minutes })}
      </StateBadge>
    ) : null;
  }
  if (stage === 'waiting') {
    const mood = patience(visit, now);
    return (
      <StateBadge {...looks[mood]}>
        {t(`room.waits.${mood}`, { minutes: waited(visit, now) })}
      </StateBadge>
    );
  }
  if (stage === 'seated')
    return (
      <p className="what">
        {t('room.since', { time: visit.seatedAt ? time(visit.seatedAt, zone) : '–' })}
      </p>
    );
  return visit.status === 'no-show' ? (
    <StateBadge icon={MinusCircle} tone="danger">
      {t('room.missed')}
    </StateBadge>
  ) : (
    <StateBadge icon={CheckCircle} tone="success">
      {t('room.left', { time: visit.completedAt ? time(visit.completedAt, zone) : '–' })}
    </StateBadge>
  );
};
