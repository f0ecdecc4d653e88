import { useWords } from '@enamel/access/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { type FormEvent, useId, useState } from 'react';

interface Properties {
  /** What goes: patient, day and time. */
  readonly what: string;
  readonly busy: boolean;
  readonly onCancel: (reason: string) => void;
  readonly onClose: () => void;
}

export const CancelDialog = ({ what, busy, onCancel, onClose }: Properties) => {
  const t = useWords('scheduling');
  const form = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim()) onCancel(reason.trim());
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('cancel.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{what}</Typography>
              <Field.Root
                name="reason"
                required
                hint={t('cancel.hint')}
                error={asked && !reason.trim() ? t('needed') : false}
              >
                <Field.Label>{t('cancel.reason')}</Field.Label>
                <Textarea
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button variant="danger" type="submit" form={form} loading={busy}>
            {t('cancel.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
