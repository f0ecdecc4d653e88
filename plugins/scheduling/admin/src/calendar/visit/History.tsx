import { ProblemMessage, useFormats, useLoaded, useWords } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { styled } from 'styled-components';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { AppointmentMove, MovesAnswer } from '../../../../shared/moves.ts';

const Frame = styled.details`
  summary {
    padding-block: 0.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
    cursor: pointer;
  }
  ol {
    display: grid;
    gap: 1.2rem;
    padding-block-start: 0.8rem;
  }
  li {
    padding-inline-start: 1.2rem;
    border-inline-start: 2px solid ${({ theme }) => theme.colors.neutral200};
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface Properties {
  readonly visit: CalendarAppointment;
  readonly zone: string;
}

const Moves = ({ visit, zone }: Properties) => {
  const t = useWords('scheduling');
  const { moment } = useFormats();
  const { get } = useFetchClient();
  const { documentId, status } = visit;
  const load = useCallback(async () => {
    const { data } = await get<MovesAnswer>(`/scheduling/appointments/${documentId}/moves`);
    return { status, moves: data.data };
  }, [get, documentId, status]);
  const loaded = useLoaded(load);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <ProblemMessage error={loaded.error} />;
  const who = ({ actor }: AppointmentMove) => actor.name ?? t(`history.by.${actor.kind}`);
  const { moves } = loaded.data;
  if (moves.length === 0) return <p>{t('history.none')}</p>;
  return (
    <ol>
      {moves.map((move, index) => (
        <li key={index}>
          {move.from === null
            ? t('history.booked', { state: t(`state.${move.to}`) })
            : t('history.moved', { state: t(`state.${move.to}`) })}
          {move.reason && ` – ${move.reason}`}
          <small>{`${moment(move.at, zone)} · ${who(move)}`}</small>
        </li>
      ))}
    </ol>
  );
};

/** Who took a visit from state to state, and when: read when asked for. */
export const History = (properties: Properties) => {
  const t = useWords('scheduling');
  const [open, setOpen] = useState(false);
  return (
    <Frame open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history')}</summary>
      {open && <Moves {...properties} />}
    </Frame>
  );
};
