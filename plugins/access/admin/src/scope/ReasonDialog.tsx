import { Button, Field, Flex, Modal } from '@strapi/design-system';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useNotifyProblem, useWords } from '../kit/index.ts';

const least = 10;

interface Properties {
  readonly title: string;
  readonly act: string;
  readonly trigger: ReactNode;
  /** What is chosen or filled in before the reason. */
  readonly children: ReactNode;
  readonly complete: boolean;
  readonly danger?: boolean;
  readonly send: (reason: string) => Promise<void>;
}

/** Asks for something that needs a typed reason, and keeps what was typed when it fails. */
export const ReasonDialog = (properties: Properties) => {
  const { title, act, trigger, children, complete, danger, send } = properties;
  const t = useWords('scope');
  const notifyProblem = useNotifyProblem();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await send(reason.trim());
      setOpen(false);
      setReason('');
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>{trigger}</Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={(event) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
              <Field.Root name="reason" required hint={t('reason.hint')}>
                <Field.Label>{t('reason')}</Field.Label>
                <Field.Input
                  maxLength={500}
                  autoComplete="off"
                  value={reason}
                  onChange={(event: { currentTarget: HTMLInputElement }) =>
                    setReason(event.currentTarget.value)
                  }
                />
                <Field.Hint />
              </Field.Root>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            variant={danger ? 'danger' : 'default'}
            loading={busy}
            disabled={!complete || reason.trim().length < least}
          >
            {act}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
