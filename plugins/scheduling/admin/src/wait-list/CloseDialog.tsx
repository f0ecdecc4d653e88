import { useAct, useWords } from '@enamel/access/admin';
import { Button, Modal, Typography } from '@strapi/design-system';
import type { WaitListEntry } from '../../../shared/wait-list.ts';
import { useWaitList } from './useWaitList.ts';

interface Properties {
  readonly entry: WaitListEntry;
  readonly onClose: (changed?: boolean) => void;
}

export const CloseDialog = ({ entry, onClose }: Properties) => {
  const t = useWords('waitlist');
  const waitList = useWaitList();
  const { busy, act } = useAct('waitlist');
  const { name } = entry.patient;
  const close = async () => {
    await act(async () => {
      await waitList.close(entry.documentId);
      return t('closed', { name });
    });
    onClose(true);
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('close.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography>{t('close.text')}</Typography>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose()}>
            {t('leave')}
          </Button>
          <Button variant="danger" loading={busy} onClick={() => void close()}>
            {t('close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
