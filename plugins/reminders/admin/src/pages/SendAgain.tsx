import { useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button, Dialog } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeliveryDetail } from '../../../shared/index.ts';

interface Properties {
  readonly message: DeliveryDetail;
  readonly done: () => Promise<void>;
}

export const SendAgain = ({ message, done }: Properties) => {
  const t = useWords('reminders');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { data } = await post<{ data: DeliveryDetail }>(
        `/reminders/deliveries/${message.id}/resend`,
      );
      const { state } = data.data;
      const type = state === 'sent' ? 'success' : 'info';
      toggleNotification({ type, message: t(`resent.${state === 'sent' ? 'sent' : 'other'}`) });
      await done();
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const recipient = message.recipient ?? message.patient?.name ?? '';
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button startIcon={<PaperPlane />} loading={busy}>
          {t('send-again')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{t('send-again')}</Dialog.Header>
        <Dialog.Body icon={<PaperPlane width={24} height={24} aria-hidden />}>
          {t('send-again.sure', { recipient })}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth onClick={() => void send()}>
              {t('send-again')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
