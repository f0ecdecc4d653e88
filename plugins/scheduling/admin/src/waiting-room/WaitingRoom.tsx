import {
  EmptyState,
  ProblemMessage,
  Skeleton,
  useFormats,
  useMay,
  useWords,
} from '@enamel/access/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { Layouts, Page, useMediaQuery } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { permissions } from '../../../shared/permissions.ts';
import { PlaceSelect } from '../desk-words/PlaceSelect.tsx';
import { RoomFrame } from './RoomFrame.ts';
import { useRoom } from './useRoom.ts';
import { VisitCard } from './VisitCard.tsx';
import { inOrder, type Stage, stages } from './waits.ts';

// On a phone, who waits matters before who is yet to come.
const narrowStages: readonly Stage[] = ['waiting', 'seated', 'expected', 'done'];

/** Today as it happens: who is expected, who waits and how long, who is in which chair, who is done. */
export const WaitingRoom = () => {
  const t = useWords('desk');
  const may = useMay();
  const { longDay } = useFormats();
  const [address, setAddress] = useSearchParams();
  const state = useRoom(address.get('location') ?? '');
  const { loaded, room, now, moved } = state;
  const narrow = useMediaQuery('(max-width: 46rem)');
  const frame = useRef<HTMLDivElement>(null);

  // A card that moved took the pressed button along: the keyboard follows it.
  const stands = room?.visits.find(({ documentId }) => documentId === moved?.visit)?.status;
  useEffect(() => {
    if (!moved || !stands) return;
    const card = frame.current?.querySelector<HTMLElement>(`[data-visit="${moved.visit}"]`);
    (card?.querySelector<HTMLElement>('button') ?? card)?.focus();
  }, [moved, stands]);

  const waiting = room ? inOrder(room.visits, 'waiting').length : 0;
  const subtitle = room
    ? `${longDay(room.now, room.zone)} · ${t('room.count', { count: waiting })}`
    : t('room.hint');
  return (
    <Page.Main>
      <Page.Title>{t('room')}</Page.Title>
      <Layouts.Header
        title={t('room')}
        subtitle={subtitle}
        primaryAction={
          room && (
            <PlaceSelect
              places={state.locations}
              value={room.location.documentId}
              onChange={(location) => setAddress({ location }, { replace: true })}
            />
          )
        }
      />
      <Layouts.Content>
        <VisuallyHidden role="status">{moved?.text}</VisuallyHidden>
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void state.reload()} />
        )}
        {room && room.visits.length === 0 && (
          <EmptyState
            icon={<Calendar width="32" height="32" aria-hidden />}
            title={t('room.empty')}
            hint={t('room.empty.hint')}
            action={
              <Link to={`/plugins/scheduling/calendar?location=${room.location.documentId}`}>
                {t('calendar.open')}
              </Link>
            }
          />
        )}
        {room && room.visits.length > 0 && (
          <RoomFrame ref={frame}>
            {(narrow ? narrowStages : stages).map((stage) => {
              const visits = inOrder(room.visits, stage);
              return (
                <section key={stage} aria-labelledby={`room-${stage}`} data-stage={stage}>
                  <h2 id={`room-${stage}`}>
                    {t(`room.stage.${stage}`)} <span className="count">{visits.length}</span>
                  </h2>
                  {visits.length === 0 ? (
                    <p className="none">{t(`room.none.${stage}`)}</p>
                  ) : (
                    <ul>
                      {visits.map((visit) => (
                        <VisitCard
                          key={visit.documentId}
                          visit={visit}
                          stage={stage}
                          room={room}
                          now={now}
                          busy={state.busy}
                          move={may(permissions.change) ? state.move : undefined}
                        />
                      ))}
                    </ul>
                  )}
                </section>
              );
            })}
          </RoomFrame>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
