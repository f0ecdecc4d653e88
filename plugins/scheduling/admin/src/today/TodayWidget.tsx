import {
  EmptyState,
  ProblemMessage,
  Skeleton,
  useFormats,
  useWords,
  VisitState,
} from '@enamel/access/admin';
import { Link } from 'react-router-dom';
import { TodayFrame } from './TodayFrame.tsx';
import { nextFree, waitingMinutes } from './today.ts';
import { useToday } from './useToday.ts';

/** The visits of today: a practitioner sees his or her own, everybody else all. */
export const TodayWidget = () => {
  const t = useWords('scheduling');
  const { time } = useFormats();
  const loaded = useToday();
  const { reload } = loaded;

  if (loaded.state === 'loading') return <Skeleton lines={5} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void reload()} />;

  const { visits, self, zone, now } = loaded.data;
  const count = (...states: string[]) =>
    visits.filter(({ status }) => states.includes(status)).length;
  const free = nextFree(visits, now);
  const figures: [string, string | number][] = [
    [t('today.all'), visits.length],
    [t('today.waiting'), count('arrived')],
    [t('today.seated'), count('seated')],
    [t('today.done'), count('completed')],
    ...(self && free ? ([[t('today.free'), time(free, zone)]] as [string, string][]) : []),
  ];
  if (visits.length === 0)
    return <EmptyState title={t('today.none')} hint={t('today.none.hint')} />;
  return (
    <TodayFrame>
      <dl>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard. */}
      <ul tabIndex={0} aria-label={t('today')}>
        {visits.map((visit) => {
          const waiting = waitingMinutes(visit, now);
          return (
            <li
              key={visit.documentId}
              data-past={visit.end < now || visit.status === 'completed'}
              style={{ ['--type' as string]: visit.appointmentType?.color ?? 'transparent' }}
            >
              <time dateTime={visit.start}>{time(visit.start, visit.zone)}</time>
              <Link
                to={`/plugins/scheduling/calendar?location=${visit.location ?? ''}&visit=${visit.documentId}`}
              >
                {visit.patient?.name ?? t('visit')}
              </Link>
              <span className="what">
                {[
                  visit.appointmentType?.name,
                  self ? null : visit.practitionerName,
                  visit.chairName,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="state">
                {waiting !== undefined && <span>{t('today.waits', { minutes: waiting })}</span>}
                <VisitState status={visit.status} />
              </span>
            </li>
          );
        })}
      </ul>
    </TodayFrame>
  );
};
