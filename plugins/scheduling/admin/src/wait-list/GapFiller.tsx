import {
  EmptyState,
  ProblemMessage,
  Skeleton,
  useAct,
  useFormats,
  useLoaded,
  useMay,
  useWords,
} from '@enamel/access/admin';
import { Flex } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { permissions } from '../../../shared/permissions.ts';
import type { FreeGap, GapPerson } from '../../../shared/wait-list.ts';
import { Candidate } from './Candidate.tsx';
import { NextChoice } from './NextChoice.tsx';
import { Rows } from './Rows.tsx';
import { useWaitList } from './useWaitList.ts';

interface Properties {
  readonly gap: number;
  /** After an offer or a booking. */
  readonly onDone: () => void;
}

/** Who could take a free time, the first to be asked first, with one click to offer it or to book. */
export const GapFiller = ({ gap: id, onDone }: Properties) => {
  const t = useWords('waitlist');
  const { moment } = useFormats();
  const may = useMay();
  const waitList = useWaitList();
  const { busy, act } = useAct('waitlist');
  const [thenNext, setThenNext] = useState(true);
  const loaded = useLoaded(useCallback(() => waitList.gap(id), [waitList, id]));
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'failed') return <ProblemMessage error={loaded.error} />;
  const { gap, candidates } = loaded.data;
  const say = (instant: string) => moment(instant, gap.location.zone);

  const done = async (work: () => Promise<string>) => {
    if (await act(work)) onDone();
    else void loaded.reload();
  };
  const offer = (person: GapPerson) =>
    done(async () => {
      const made = await waitList.offer({ ...wantedBy(person, gap), gap: id, thenNext });
      return t(person.patient.reachable ? 'offered' : 'offered.nobody', {
        name: person.patient.name,
        until: say(made.expiresAt),
      });
    });
  const book = (person: GapPerson) =>
    done(async () => {
      const { practitioner } = gap;
      const { start, entry, patient, appointmentType } = person;
      const time = { practitioner: practitioner.documentId, start };
      if (entry) await waitList.bookEntry(entry, time);
      else
        await waitList.book({
          ...time,
          patient: patient.documentId,
          appointmentType: appointmentType.documentId,
          location: gap.location.documentId,
        });
      return t('booked', { name: patient.name, when: say(start) });
    });

  if (candidates.length === 0) return <EmptyState title={t('candidates.none')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
      <NextChoice value={thenNext} onChange={setThenNext} />
      <Rows aria-label={t('candidates', { when: say(gap.start) })}>
        {candidates.map((person) => (
          <Candidate
            key={`${person.patient.documentId} ${person.appointmentType.documentId}`}
            person={person}
            zone={gap.location.zone}
            busy={busy}
            onOffer={() => void offer(person)}
            onBook={may(permissions.book) ? () => void book(person) : undefined}
          />
        ))}
      </Rows>
    </Flex>
  );
};

const wantedBy = ({ entry, patient, appointmentType, source, start }: GapPerson, gap: FreeGap) => {
  const time = { practitioner: gap.practitioner.documentId, start };
  return entry
    ? { ...time, entry }
    : {
        ...time,
        patient: patient.documentId,
        appointmentType: appointmentType.documentId,
        location: gap.location.documentId,
        source,
      };
};
