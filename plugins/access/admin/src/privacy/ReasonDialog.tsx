import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { useWords } from '../kit/index.ts';

interface Properties {
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  readonly busy: boolean;
  /** Whether a reason is asked for. */
  readonly reasoned: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Says what will happen, and asks why where that is to be told. */
export const ReasonDialog = (properties: Properties) => {
  const { title, hint, confirm, busy, reasoned, onClose, onConfirm } = properties;
  const t = useWords('privacy');
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(reason.trim());
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={send}>
          <Modal.Header closeLabel={t('cancel')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography tag="p">{hint}</Typography>
              {reasoned && (
                <Field.Root name="reason" required>
                  <Field.Label>{t('reason')}</Field.Label>
                  <Field.Input
                    maxLength={1000}
                    autoComplete="off"
                    value={reason}
                    onChange={(event: { currentTarget: HTMLInputElement }) =>
                      setReason(event.currentTarget.value)
                    }
                  />
                </Field.Root>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              variant="danger"
              loading={busy}
              disabled={reasoned && reason.trim() === ''}
            >
              {confirm}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
