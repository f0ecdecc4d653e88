import { useWords } from '@enamel/access/admin';
import { Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import type { DayAnswer, DayVisit } from '../../../shared/day.ts';

interface Properties {
  readonly visit: DayVisit;
  readonly room: DayAnswer['data'];
  readonly busy: boolean;
  readonly onSeat: (chair: string | undefined) => void;
}

/** Seats in the planned chair at one press, or in another. Says who sits in a chair now. */
export const SeatForm = ({ visit, room, busy, onSeat }: Properties) => {
  const t = useWords('desk');
  const planned = visit.chair?.documentId ?? room.chairs[0]?.documentId;
  const [chosen, setChosen] = useState<string>();
  const chair = chosen ?? planned;
  const sitter = (id: string) =>
    room.visits.find((other) => other.status === 'seated' && other.chair?.documentId === id)
      ?.patient?.name;
  return (
    <>
      <Button disabled={busy} onClick={() => onSeat(chair === planned ? undefined : chair)}>
        {t('room.do.waiting.seated')}
      </Button>
      {room.chairs.length > 1 && (
        <SingleSelect
          aria-label={t('chair.of', { name: visit.patient?.name ?? '' })}
          size="S"
          value={chair ?? ''}
          onChange={(value) => setChosen(String(value))}
        >
          {room.chairs.map(({ documentId, name }) => {
            const who = sitter(documentId);
            return (
              <SingleSelectOption key={documentId} value={documentId}>
                {who ? t('chair.taken', { chair: name, who }) : name}
              </SingleSelectOption>
            );
          })}
        </SingleSelect>
      )}
    </>
  );
};
