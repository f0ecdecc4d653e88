import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useNotifyProblem } from './problems.tsx';
import { useWords } from './translations.ts';

interface Properties {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** What will come of it. */
  readonly what?: string;
  /** What is chosen or filled in before the reason, and whether it is all there. */
  readonly children?: ReactNode;
  readonly complete?: boolean;
  /** False where no reason is told. */
  readonly reasoned?: boolean;
  readonly hint?: string;
  /** How many characters the reason has. */
  readonly least?: number;
  readonly most?: number;
  readonly onClose: () => void;
  /** What it rejects with is told; the dialog is the caller's to close. */
  readonly send: (reason: string) => Promise<unknown>;
}

/** Says what will happen and asks why, where that is to be told; keeps what was typed when it fails. */
export const ReasonDialog = (properties: Properties) => {
  const { title, confirm, danger = true, what, children, complete = true } = properties;
  const { reasoned = true, hint = '', least = 1, most = 1_000, onClose, send } = properties;
  const t = useWords('access');
  const notifyProblem = useNotifyProblem();
  const [opener] = useState(() => document.activeElement as HTMLElement | null);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tooShort = reasoned && reason.trim().length < least;
    setShort(tooShort);
    if (tooShort) return;
    setBusy(true);
    send(reason.trim())
      .catch(notifyProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          opener?.focus();
        }}
      >
        <form onSubmit={submit} noValidate>
          <Modal.Header closeLabel={t('close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {what && <Typography tag="p">{what}</Typography>}
              {children}
              {reasoned && (
                <Field.Root
                  name="reason"
                  required
                  hint={hint}
                  error={short && t(least > 1 ? 'reason.short' : 'reason.none', { least })}
                >
                  <Field.Label>{t('reason')}</Field.Label>
                  <Field.Input
                    maxLength={most}
                    autoComplete="off"
                    value={reason}
                    onChange={(event: { currentTarget: HTMLInputElement }) =>
                      setReason(event.currentTarget.value)
                    }
                  />
                  <Field.Error />
                  <Field.Hint />
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
              variant={danger ? 'danger' : 'default'}
              loading={busy}
              disabled={!complete}
            >
              {confirm}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
