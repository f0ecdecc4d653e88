import { useAct, useWords } from '@enamel/access/admin';
import { Button, Flex, Modal } from '@strapi/design-system';
import { type FormEvent, useId, useState } from 'react';
import type { WaitListEntry } from '../../../shared/wait-list.ts';
import type { Choices } from './choices.ts';
import { blankEntry, draftOf, missingIn } from './entry-draft.ts';
import { TargetFields } from './TargetFields.tsx';
import { useWaitList } from './useWaitList.ts';
import { WishFields } from './WishFields.tsx';

interface Properties {
  readonly choices: Choices;
  /** The entry to be changed; a new one when there is none. */
  readonly entry?: WaitListEntry;
  readonly onClose: (changed?: boolean) => void;
}

/** Adds somebody to the list, or changes what would suit them. */
export const EntryDialog = ({ choices, entry, onClose }: Properties) => {
  const t = useWords('waitlist');
  const form = useId();
  const waitList = useWaitList();
  const { busy, act } = useAct('waitlist');
  const [draft, setDraft] = useState(() => (entry ? draftOf(entry) : blankEntry(choices)));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const unfilled = missingIn(draft);
    setMissing(unfilled);
    if (unfilled.length > 0) return;
    const { patient, typed: _typed, appointmentType, location, ...wishes } = draft;
    const worked = await act(async () => {
      if (entry) {
        await waitList.change(entry.documentId, wishes);
        return t('changed');
      }
      const target = { patient: patient?.documentId ?? '', appointmentType, location };
      await waitList.add({ ...target, ...wishes });
      return t('added', { name: patient?.name ?? '' });
    });
    if (worked) onClose(true);
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>
            {entry ? t('edit.title', { name: entry.patient.name }) : t('add.title')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={(event) => void submit(event)} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {!entry && (
                <TargetFields choices={choices} draft={draft} set={set} missing={missing} />
              )}
              <WishFields choices={choices} draft={draft} set={set} />
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose()}>
            {t('leave')}
          </Button>
          <Button type="submit" form={form} loading={busy}>
            {t(entry ? 'edit.do' : 'add.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
