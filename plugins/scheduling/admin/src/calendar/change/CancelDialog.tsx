import { useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { type FormEvent, useId, useState } from 'react';

export type CancelScope = 'one' | 'following' | 'group';

interface Properties {
  /** What goes: patient, day and time. */
  readonly what: string;
  readonly busy: boolean;
  /** Whether others belong to it. */
  readonly kin: { readonly following: boolean; readonly group: boolean };
  readonly onCancel: (reason: string, scope: CancelScope) => void;
  readonly onClose: () => void;
}

export const CancelDialog = ({ what, busy, kin, onCancel, onClose }: Properties) => {
  const t = useWords('scheduling');
  const form = useId();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<CancelScope>('one');
  const scopes = (['one', 'following', 'group'] as const).filter(
    (each) => each === 'one' || kin[each],
  );
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim()) onCancel(reason.trim(), scope);
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
              {scopes.length > 1 && (
                <Field.Root name="scope">
                  <Field.Label>{t('scope')}</Field.Label>
                  <SingleSelect value={scope} onChange={(value) => setScope(value as CancelScope)}>
                    {scopes.map((each) => (
                      <SingleSelectOption key={each} value={each}>
                        {t(`scope.${each}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Field.Root>
              )}
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
