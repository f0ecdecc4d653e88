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
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { permissions } from '../../../shared/permissions.ts';
import type { SuitableTime, WaitListEntry } from '../../../shared/wait-list.ts';
import { NextChoice } from './NextChoice.tsx';
import { Rows } from './Rows.tsx';
import { useWaitList } from './useWaitList.ts';

interface Properties {
  readonly entry: WaitListEntry;
  readonly onClose: (changed?: boolean) => void;
}

const most = 60;

/** The free times that suit somebody who waits, each to be offered or booked. */
export const TimesDialog = ({ entry, onClose }: Properties) => {
  const t = useWords('waitlist');
  const { moment } = useFormats();
  const may = useMay();
  const waitList = useWaitList();
  const { busy, act } = useAct('waitlist');
  const [thenNext, setThenNext] = useState(true);
  const { documentId, patient, location, appointmentType } = entry;
  const { name } = patient;
  const loaded = useLoaded(useCallback(() => waitList.times(documentId), [waitList, documentId]));
  const say = (instant: string) => moment(instant, location.zone);
  const done = async (work: () => Promise<string>) => {
    if (await act(work)) onClose(true);
    else void loaded.reload();
  };
  const offer = ({ practitioner, start }: SuitableTime) =>
    done(async () => {
      const made = await waitList.offer({ entry: documentId, practitioner, start, thenNext });
      return t(patient.reachable ? 'offered' : 'offered.nobody', {
        name,
        until: say(made.expiresAt),
      });
    });
  const book = ({ practitioner, start }: SuitableTime) =>
    done(async () => {
      await waitList.bookEntry(documentId, { practitioner, start });
      return t('booked', { name, when: say(start) });
    });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('times.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">
              {t('times.hint', { type: appointmentType.name, location: location.name })}
            </Typography>
            <NextChoice value={thenNext} onChange={setThenNext} />
            {loaded.state === 'loading' && <Skeleton lines={5} />}
            {loaded.state === 'failed' && <ProblemMessage error={loaded.error} />}
            {loaded.state === 'ready' && loaded.data.length === 0 && (
              <EmptyState title={t('times.none')} hint={t('times.none.hint')} />
            )}
            {loaded.state === 'ready' && loaded.data.length > 0 && (
              <Rows>
                {loaded.data.map((time) => {
                  const when = say(time.start);
                  return (
                    <li key={`${time.start} ${time.practitioner}`}>
                      <span className="main">
                        <strong>{when}</strong>
                        <span className="quiet">{time.practitionerName}</span>
                      </span>
                      <Button
                        disabled={busy}
                        aria-label={t('offer.this', { when, name })}
                        onClick={() => void offer(time)}
                      >
                        {t('offer')}
                      </Button>
                      {may(permissions.book) && (
                        <Button
                          variant="tertiary"
                          disabled={busy}
                          aria-label={t('book.this', { when, name })}
                          onClick={() => void book(time)}
                        >
                          {t('book')}
                        </Button>
                      )}
                    </li>
                  );
                })}
              </Rows>
            )}
            {loaded.state === 'ready' && loaded.data.length === most && (
              <Typography variant="pi" textColor="neutral600">
                {t('times.more', { count: most })}
              </Typography>
            )}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
