import { ProblemMessage, useFormats, useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { SlotView } from '../../../../shared/booking.ts';
import type { Sheet } from '../board/blocks.ts';
import { useDesk } from '../desk.ts';
import type { VisitTypes } from './TypeSelect.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  /** Document ids chosen beforehand; empty when none is. */
  readonly type: string;
  readonly practitioner: string;
  readonly onShow: (slot: SlotView) => void;
  readonly onBook: (slot: SlotView, type: string) => void;
  readonly onClose: () => void;
}

const anyone = 'anyone';

/** Finds the next free slot for a type of visit, and the one after. */
export const NextFreeDialog = (properties: Properties) => {
  const { sheet, types, onShow, onBook, onClose } = properties;
  const t = useWords('scheduling');
  const { moment } = useFormats();
  const desk = useDesk();
  const [type, setType] = useState(properties.type || (types[0]?.documentId ?? ''));
  const [practitioner, setPractitioner] = useState(properties.practitioner);
  const [after, setAfter] = useState('');
  const [slot, setSlot] = useState<SlotView | null>();
  const [problem, setProblem] = useState<unknown>();
  const { location, practitioners, zone } = sheet;

  useEffect(() => {
    if (!type) return;
    let wanted = true;
    setSlot(undefined);
    setProblem(undefined);
    desk.nextFree({ appointmentType: type, location, practitioner, after }).then(
      (found) => wanted && setSlot(found),
      (failure) => wanted && setProblem(failure),
    );
    return () => {
      wanted = false;
    };
  }, [desk, type, location, practitioner, after]);

  const performers = practitioners.filter(({ appointmentTypes }) =>
    appointmentTypes.includes(type),
  );
  const name = practitioners.find(({ documentId }) => documentId === slot?.practitioner)?.name;
  const start = slot && new Date(Date.parse(slot.start) + 1).toISOString();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('next-free.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="type" required>
              <Field.Label>{t('type')}</Field.Label>
              <SingleSelect
                value={type}
                onChange={(value) => {
                  setType(String(value));
                  setAfter('');
                }}
              >
                {types.map(({ documentId, name: title }) => (
                  <SingleSelectOption key={documentId} value={documentId}>
                    {title}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Field.Root name="practitioner">
              <Field.Label>{t('practitioner')}</Field.Label>
              <SingleSelect
                value={practitioner || anyone}
                onChange={(value) => {
                  setPractitioner(value === anyone ? '' : String(value));
                  setAfter('');
                }}
              >
                <SingleSelectOption value={anyone}>{t('anyone')}</SingleSelectOption>
                {performers.map(({ documentId, name: person }) => (
                  <SingleSelectOption key={documentId} value={documentId}>
                    {person}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <div aria-live="polite">
              {problem ? <ProblemMessage error={problem} /> : null}
              {slot && (
                <Typography variant="beta" tag="p">
                  {`${moment(slot.start, zone)} · ${name ?? ''}`}
                </Typography>
              )}
              {slot === null && <Typography tag="p">{t('next-free.none')}</Typography>}
            </div>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Flex gap={2} wrap="wrap">
            <Button variant="tertiary" disabled={!slot} onClick={() => start && setAfter(start)}>
              {t('next-free.later')}
            </Button>
            <Button variant="secondary" disabled={!slot} onClick={() => slot && onShow(slot)}>
              {t('next-free.show')}
            </Button>
          </Flex>
          <Button disabled={!slot} onClick={() => slot && onBook(slot, type)}>
            {t('book')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
