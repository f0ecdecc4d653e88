import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Notice } from '../entry/Notice.tsx';
import { useSending } from '../entry/useSending.ts';
import { useWords } from '../kit/translations.ts';
import { FactorDialog } from './FactorDialog.tsx';

const least = 10;

interface Properties {
  /** Whose. */
  readonly name: string;
  readonly path: string;
  readonly done: () => Promise<void>;
}

const Asking = ({ name, path, done }: Properties) => {
  const t = useWords('factors');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const { busy, general, errorOf, submit } = useSending(
    () => ({ reason: reason.trim().length < least ? t('reset.reason.short') : undefined }),
    async () => {
      await post(path, { reason: reason.trim() });
      toggleNotification({ type: 'success', message: t('reset.done', { name }) });
      await done();
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>{t('reset.sure', { name })}</Typography>
        {general && <Notice danger>{general}</Notice>}
        <Field.Root
          name="reason"
          required
          error={errorOf('reason') ?? false}
          hint={t('reset.reason.hint')}
        >
          <Field.Label>{t('reset.reason')}</Field.Label>
          <Textarea
            name="reason"
            value={reason}
            maxLength={300}
            onChange={(event: { target: { value: string } }) => setReason(event.target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Button type="submit" variant="danger" loading={busy} fullWidth>
          {t('reset')}
        </Button>
      </Flex>
    </form>
  );
};

/** For somebody who lost phone and recovery codes: asks for the reason, and says what comes of it. */
export const ResetFactors = ({ done, ...whose }: Properties) => {
  const t = useWords('factors');
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
      <Flex flex="1 1 28rem">
        <Typography textColor="neutral600">{t('reset.hint')}</Typography>
      </Flex>
      <Button variant="danger-light" onClick={() => setAsking(true)}>
        {t('reset')}
      </Button>
      {asking && (
        <FactorDialog title={t('reset')} close={close}>
          <Asking
            {...whose}
            done={() => {
              close();
              return done();
            }}
          />
        </FactorDialog>
      )}
    </Flex>
  );
};
