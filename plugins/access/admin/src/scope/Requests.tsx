import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { CheckCircle, Clock, CrossCircle } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { PlaceRequest, PlaceRequestsAnswer } from '../../../shared/scope.ts';
import {
  EmptyState,
  type Looks,
  ProblemMessage,
  ReasonDialog,
  Skeleton,
  StateBadge,
  useFormats,
  useLoaded,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { Card } from './Card.tsx';
import { Lines } from './Lines.tsx';

const looks: Looks<PlaceRequest['state']> = {
  open: { icon: Clock, tone: 'warning' },
  approved: { icon: CheckCircle, tone: 'success' },
  rejected: { icon: CrossCircle, tone: 'neutral' },
};

interface AskProperties {
  readonly places: PlaceRequestsAnswer['meta']['places'];
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

const AskForPlace = ({ places, close, done }: AskProperties) => {
  const t = useWords('scope');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [place, setPlace] = useState('');
  const send = async (reason: string) => {
    await post('/access/place-requests', { place, reason });
    toggleNotification({ type: 'success', message: t('ask.done') });
    close();
    await done();
  };
  return (
    <ReasonDialog
      title={t('ask.title')}
      confirm={t('ask.do')}
      danger={false}
      complete={place !== ''}
      hint={t('reason.hint')}
      least={10}
      most={500}
      onClose={close}
      send={send}
    >
      <Field.Root name="place" required>
        <Field.Label>{t('place')}</Field.Label>
        <SingleSelect
          value={place}
          placeholder={t('place.choose')}
          onChange={(value) => setPlace(String(value))}
        >
          {places.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </ReasonDialog>
  );
};

/** Asking for a further location, and answering those who ask. */
export const Requests = () => {
  const t = useWords('scope');
  const { get, post } = useFetchClient();
  const { moment } = useFormats();
  const notifyProblem = useNotifyProblem();
  const load = useCallback(
    async () => (await get<PlaceRequestsAnswer>('/access/place-requests')).data,
    [get],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const [asking, setAsking] = useState(false);
  const decide = async (id: string, approved: boolean) => {
    try {
      await post(`/access/place-requests/${id}/decision`, { approved });
      await reload();
    } catch (error) {
      notifyProblem(error);
    }
  };
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  return (
    <Card
      title={t('requests')}
      hint={t(meta?.mayDecide ? 'requests.hint.decide' : 'requests.hint')}
      action={
        meta && meta.places.length > 0 ? (
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        ) : undefined
      }
    >
      {asking && meta && (
        <AskForPlace places={meta.places} close={() => setAsking(false)} done={reload} />
      )}
      {loaded.state === 'loading' && <Skeleton lines={3} />}
      {loaded.state === 'failed' && (
        <ProblemMessage error={loaded.error} retry={() => void reload()} />
      )}
      {loaded.state === 'ready' &&
        (loaded.data.data.length === 0 ? (
          <EmptyState title={t('requests.none')} />
        ) : (
          <Lines
            caption={t('requests')}
            columns={[
              t('when'),
              t('who'),
              t('place'),
              t('reason'),
              t('state'),
              { label: t('actions'), hidden: true },
            ]}
          >
            {loaded.data.data.map((request) => (
              <tr key={request.id}>
                <td className="date">{moment(request.askedAt)}</td>
                <td>{request.by}</td>
                <td>{request.place.name}</td>
                <td className="quiet">{request.reason}</td>
                <td>
                  <StateBadge {...looks[request.state]}>
                    {t(`request.${request.state}`, { by: request.decidedBy ?? '' })}
                  </StateBadge>
                </td>
                <td>
                  {request.state === 'open' && !request.own && loaded.data.meta.mayDecide && (
                    <Flex gap={2} justifyContent="flex-end">
                      <Button
                        size="S"
                        variant="tertiary"
                        onClick={() => void decide(request.id, false)}
                      >
                        {t('reject')}
                      </Button>
                      <Button size="S" onClick={() => void decide(request.id, true)}>
                        {t('approve')}
                      </Button>
                    </Flex>
                  )}
                </td>
              </tr>
            ))}
          </Lines>
        ))}
    </Card>
  );
};
