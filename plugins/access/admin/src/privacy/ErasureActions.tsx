import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { ErasureDetail, ErasurePreview } from '../../../../audit/shared/index.ts';
import { ReasonDialog, useWords } from '../kit/index.ts';
import { Obstacle } from './Obstacle.tsx';
import type { useErasure } from './useErasure.ts';

interface Properties {
  readonly erasure: ReturnType<typeof useErasure>;
  readonly data: ErasureDetail;
  readonly preview: ErasurePreview;
}

type Asked = 'approve' | 'refuse' | 'put-off' | 'hold';

/** The clinic's answers, and what stands in their way. */
export const ErasureActions = ({ erasure, data, preview }: Properties) => {
  const t = useWords('privacy');
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { documentId, name } = data.patient;
  const { hold, ahead } = preview;
  const acts: Record<Asked, (reason: string) => Promise<boolean>> = {
    approve: erasure.approve,
    refuse: erasure.refuse,
    'put-off': erasure.putOff,
    hold: (reason) => erasure.hold(documentId, reason),
  };
  const answer = async (act: Asked, reason: string) => {
    if (await acts[act](reason)) close();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {hold && <Obstacle title={t('held')} text={t('held.by', { ...hold })} />}
      {ahead > 0 && <Obstacle title={t('ahead', { count: ahead })} text={t('ahead.hint')} />}
      <Flex gap={2} wrap="wrap">
        <Button
          variant="danger"
          disabled={hold !== null || ahead > 0}
          onClick={() => setAsked('approve')}
        >
          {t('approve')}
        </Button>
        <Button variant="secondary" onClick={() => setAsked('refuse')}>
          {t('refuse')}
        </Button>
        {data.putOff === null && (
          <Button variant="tertiary" onClick={() => setAsked('put-off')}>
            {t('put-off')}
          </Button>
        )}
        {hold ? (
          <Button
            variant="tertiary"
            loading={erasure.busy}
            onClick={() => void erasure.hold(documentId, null)}
          >
            {t('hold.lift')}
          </Button>
        ) : (
          <Button variant="tertiary" onClick={() => setAsked('hold')}>
            {t('hold')}
          </Button>
        )}
      </Flex>
      {asked && (
        <ReasonDialog
          title={t(`${asked}.title`, { name })}
          what={t(`${asked}.hint`)}
          confirm={t(`${asked}.confirm`)}
          reasoned={asked !== 'approve'}
          onClose={close}
          send={(reason) => answer(asked, reason)}
        />
      )}
    </Flex>
  );
};
