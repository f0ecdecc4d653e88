import { type Problem, useWords } from '@enamel/access/admin';
import { Button, Flex, Modal } from '@strapi/design-system';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { SlotView } from '../../../../shared/booking.ts';
import type { Sheet } from '../board/blocks.ts';
import { Refusal } from './Refusal.tsx';

interface Properties {
  readonly title: string;
  readonly sheet: Sheet;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly children: ReactNode;
  readonly doing: string;
  /** Not said when nothing is left to do. */
  readonly leaving?: string | undefined;
  readonly onDo: () => void;
  /** Absent where no other time can be chosen, or nothing be overbooked. */
  readonly onChoose: ((slot: SlotView) => void) | undefined;
  readonly onOverbook: ((reason: string) => void) | undefined;
  readonly onClose: () => void;
}

/** A dialog that asks for a place in time: its fields, why a place was refused, and the ways on from there. */
export const DeskDialog = (properties: Properties) => {
  const { title, sheet, problem, busy, children, doing, leaving } = properties;
  const { onDo, onChoose, onOverbook, onClose } = properties;
  const t = useWords('scheduling');
  const form = useId();
  /** Whoever opens a form begins to write in it. */
  const begin = (event: Event) => {
    const first = document
      .getElementById(form)
      ?.querySelector<HTMLElement>('input, [role=combobox]');
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDo();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onOpenAutoFocus={begin}>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {problem && (
                <Refusal
                  problem={problem}
                  sheet={sheet}
                  busy={busy}
                  onChoose={onChoose}
                  onOverbook={onOverbook}
                />
              )}
              {children}
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          {leaving && (
            <Button variant="tertiary" onClick={onClose}>
              {leaving}
            </Button>
          )}
          <Button type="submit" form={form} loading={busy}>
            {doing}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
