import { useWords } from '@enamel/access/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { type FormEvent, useId, useState } from 'react';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';
import { countOf, reachOf, type Scope, useKin } from './kin.ts';
import { ScopeField } from './ScopeField.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly visit: CalendarAppointment;
  /** Patient, day and time. */
  readonly what: string;
  readonly busy: boolean;
  readonly onCancel: (reason: string, scope: Scope) => void;
  readonly onClose: () => void;
}

export const CancelDialog = ({ sheet, visit, what, busy, onCancel, onClose }: Properties) => {
  const t = useWords('scheduling');
  const form = useId();
  const kin = useKin(visit);
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>('one');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim()) onCancel(reason.trim(), scope);
  };
  const all = reachOf(kin, scope).length || 1;
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('cancel.title', { count: all })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{what}</Typography>
              <ScopeField
                label={t('scope.cancel')}
                kin={kin}
                scope={scope}
                sheet={sheet}
                onChange={setScope}
              />
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
            {t('cancel.keep')}
          </Button>
          <Button variant="danger" type="submit" form={form} loading={busy}>
            {t(`cancel.${scope}`, { count: countOf(kin, scope) })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
