import {
  Button,
  Checkbox,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useState } from 'react';
import type { NewRelation, Relative } from '../../../shared/family.ts';
import { useAct } from '../kit/act.ts';
import { type PatientSummary, useWords } from '../kit/index.ts';
import { PatientPicker } from './PatientPicker.tsx';

type Kind = NewRelation['kind'];

interface Properties {
  readonly patient: PatientSummary;
  readonly minor: boolean;
  /** Chosen already. */
  readonly relative: Relative | null;
  readonly onAdd: (relation: NewRelation) => Promise<void>;
  readonly onClose: () => void;
}

export const AddRelation = ({ patient, minor, relative, onAdd, onClose }: Properties) => {
  const t = useWords('family');
  const { busy, act } = useAct('family');
  const [chosen, setChosen] = useState<Relative | null>(relative);
  const [kind, setKind] = useState<Kind>(minor ? 'guardian' : 'family');
  const [mayBook, setMayBook] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const name = patient.firstName;
  const kinds: readonly Kind[] = minor
    ? ['guardian', 'family', 'payer']
    : ['family', 'ward', 'payer'];
  const save = async () => {
    if (!chosen) return;
    const done = await act(async () => {
      await onAdd({ relative: chosen.documentId, kind, mayBook, confirmed });
      return t('added');
    });
    if (done) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('add.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <PatientPicker
              label={t('who')}
              except={patient.documentId}
              chosen={chosen}
              onChoose={setChosen}
            />
            <Field.Root name="kind">
              <Field.Label>{t('as')}</Field.Label>
              <SingleSelect value={kind} onChange={(value) => setKind(value as Kind)}>
                {kinds.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {t(`choice.${each}`, { name })}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            {kind === 'family' && (
              <Checkbox checked={mayBook} onCheckedChange={(on) => setMayBook(on === true)}>
                {t('may-book.agreed')}
              </Checkbox>
            )}
            {kind !== 'payer' && (
              <Checkbox checked={confirmed} onCheckedChange={(on) => setConfirmed(on === true)}>
                {t(kind === 'family' ? 'seen.family' : 'seen')}
              </Checkbox>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!chosen} loading={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
