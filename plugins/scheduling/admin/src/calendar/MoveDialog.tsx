import { type Problem, useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TimePicker,
  Typography,
} from '@strapi/design-system';
import { type FormEvent, useId, useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';
import { Refusal } from './Refusal.tsx';
import { instantOf, wallOf } from './zoned.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly visit: CalendarAppointment;
  /** Where it was dropped when that was refused. */
  readonly wanted: StaffChange | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly onMove: (change: StaffChange) => void;
  readonly onClose: () => void;
}

/** Moves a visit without dragging; also where a refused drag goes on, with nothing lost. */
export const MoveDialog = ({
  sheet,
  visit,
  wanted,
  problem,
  busy,
  onMove,
  onClose,
}: Properties) => {
  const t = useWords('scheduling');
  const form = useId();
  const [wall, setWall] = useState(wallOf(wanted?.start ?? visit.start, sheet.zone));
  const [practitioner, setPractitioner] = useState(
    wanted?.practitioner ?? visit.practitioner ?? '',
  );
  const [chair, setChair] = useState(wanted?.chair ?? visit.chair ?? '');
  const change: StaffChange = {
    start: instantOf(wall, sheet.zone),
    practitioner,
    ...(chair && chair !== visit.chair ? { chair } : {}),
  };
  const performers = sheet.practitioners.filter(
    ({ appointmentTypes, documentId }) =>
      documentId === practitioner ||
      (visit.appointmentType && appointmentTypes.includes(visit.appointmentType.documentId)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMove(change);
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('move.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>
                {visit.patient?.name} · {visit.appointmentType?.name}
              </Typography>
              {problem && (
                <Refusal
                  problem={problem}
                  sheet={sheet}
                  busy={busy}
                  onChoose={(slot) =>
                    onMove({ start: slot.start, practitioner: slot.practitioner })
                  }
                  onOverbook={(overbookReason) =>
                    onMove({ ...change, overbooked: true, overbookReason })
                  }
                />
              )}
              <Field.Root name="date" required>
                <Field.Label>{t('date')}</Field.Label>
                <Field.Input
                  type="date"
                  value={wall.slice(0, 10)}
                  onChange={({ currentTarget: { value } }) =>
                    value && setWall(`${value}${wall.slice(10)}`)
                  }
                />
              </Field.Root>
              <Field.Root name="time" required>
                <Field.Label>{t('time')}</Field.Label>
                <TimePicker
                  step={5}
                  value={wall.slice(11)}
                  clearLabel={t('time.clear')}
                  onChange={(time) => time && setWall(`${wall.slice(0, 11)}${time}`)}
                />
              </Field.Root>
              <Field.Root name="practitioner" required>
                <Field.Label>{t('practitioner')}</Field.Label>
                <SingleSelect
                  value={practitioner}
                  onChange={(value) => setPractitioner(String(value))}
                >
                  {performers.map(({ documentId, name }) => (
                    <SingleSelectOption key={documentId} value={documentId}>
                      {name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              <Field.Root name="chair">
                <Field.Label>{t('chair')}</Field.Label>
                <SingleSelect value={chair} onChange={(value) => setChair(String(value))}>
                  {sheet.chairs.map(({ documentId, name }) => (
                    <SingleSelectOption key={documentId} value={documentId}>
                      {name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button type="submit" form={form} loading={busy}>
            {t('move.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
