import { useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button, Dialog, VisuallyHidden } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { StaffFeed } from '../../../shared/feeds.ts';

interface Properties {
  readonly feed: StaffFeed;
  readonly done: () => Promise<void>;
}

export const RevokeFeed = ({ feed, done }: Properties) => {
  const t = useWords('scheduling');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const { name } = feed.owner;
  const revoke = async () => {
    setBusy(true);
    try {
      await post(`/scheduling/calendar-feeds/${feed.id}/revoke`);
      toggleNotification({ type: 'success', message: t('feeds.revoked', { name }) });
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
    await done();
  };
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="tertiary" loading={busy}>
          {t('feeds.revoke')}
          <VisuallyHidden>{` ${name}`}</VisuallyHidden>
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{t('feeds.revoke.title')}</Dialog.Header>
        <Dialog.Body icon={<Trash width={24} height={24} aria-hidden />}>
          {t('feeds.revoke.sure', { name })}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('feeds.keep')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger" fullWidth onClick={() => void revoke()}>
              {t('feeds.revoke')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
