import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { ReasonDialog } from '../kit/ReasonDialog.tsx';
import { useWords } from '../kit/translations.ts';

interface Properties {
  /** Whose. */
  readonly name: string;
  readonly path: string;
  readonly done: () => Promise<void>;
}

/** For somebody who lost phone and recovery codes: asks for the reason, and says what comes of it. */
export const ResetFactors = ({ name, path, done }: Properties) => {
  const t = useWords('factors');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const send = async (reason: string) => {
    await post(path, { reason });
    toggleNotification({ type: 'success', message: t('reset.done', { name }) });
    close();
    await done();
  };
  return (
    <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
      <Flex flex="1 1 28rem">
        <Typography textColor="neutral600">{t('reset.hint')}</Typography>
      </Flex>
      <Button variant="danger-light" onClick={() => setAsking(true)}>
        {t('reset')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('reset')}
          what={t('reset.sure', { name })}
          confirm={t('reset')}
          hint={t('reset.reason.hint')}
          least={10}
          most={300}
          onClose={close}
          send={send}
        />
      )}
    </Flex>
  );
};
