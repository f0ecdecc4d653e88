import { type Problem, problemOf, useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Grid,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TimePicker,
  Typography,
} from '@strapi/design-system';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { SlotView } from '../../../shared/booking.ts';
import type { CalendarAppointment, ResourcesAnswer } from '../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';
import { bookingOf, type Draft, knownOf, missingIn, namesIn } from './booking.ts';
import { useDesk } from './desk.ts';
import { NewPatientFields } from './NewPatientFields.tsx';
import { PatientPicker } from './PatientPicker.tsx';
import { Refusal } from './Refusal.tsx';
import { wallOf } from './zoned.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly types: ResourcesAnswer['data']['appointmentTypes'];
  readonly start: Partial<Draft>;
  readonly onClose: () => void;
  readonly onBooked: (visit: CalendarAppointment) => void;
}

const blank: Draft = {
  patient: undefined,
  newPatient: undefined,
  typed: '',
  appointmentType: '',
  practitioner: '',
  chair: '',
  date: '',
  time: '',
  reason: '',
};

export const BookDialog = ({ sheet, types, start, onClose, onBooked }: Properties) => {
  const t = useWords('scheduling');
  const desk = useDesk();
  const form = useId();
  const [draft, setDraft] = useState<Draft>({ ...blank, ...start });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(undefined);
  };
  const error = (name: string) => (missing.includes(name) ? t('needed') : undefined);
  const performers = sheet.practitioners.filter(
    ({ appointmentTypes }) =>
      !draft.appointmentType || appointmentTypes.includes(draft.appointmentType),
  );
  const offered = types.filter(({ documentId }) =>
    sheet.practitioners.some(({ appointmentTypes }) => appointmentTypes.includes(documentId)),
  );

  const book = async (wanted: Draft, overbookReason?: string) => {
    const unfilled = missingIn(wanted);
    setMissing(unfilled);
    if (unfilled.length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      let patient = wanted.patient;
      if (!patient && wanted.newPatient) {
        patient = await desk.addPatient(knownOf(wanted.newPatient));
        // Kept: a second try must not add the person twice.
        setDraft((before) => ({ ...before, patient, newPatient: undefined }));
      }
      const booking = bookingOf(wanted, patient?.documentId ?? '', sheet);
      onBooked(
        await desk.book({
          ...booking,
          ...(overbookReason ? { overbooked: true, overbookReason } : {}),
        }),
      );
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(false);
    }
  };

  const choose = ({ start: instant, practitioner }: SlotView) => {
    const wall = wallOf(instant, sheet.zone);
    const next = {
      ...draft,
      date: wall.slice(0, 10),
      time: wall.slice(11),
      practitioner,
      chair: '',
    };
    setDraft(next);
    void book(next);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void book(draft);
  };

  const field = (name: string, label: string, content: ReactNode, required = true) => (
    <Field.Root name={name} error={error(name) ?? false} required={required}>
      <Field.Label>{label}</Field.Label>
      {content}
      <Field.Error />
    </Field.Root>
  );

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('book.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {problem && (
                <Refusal
                  problem={problem}
                  sheet={sheet}
                  busy={busy}
                  onChoose={choose}
                  onOverbook={(reason) => void book(draft, reason)}
                />
              )}
              {draft.patient ? (
                <Flex justifyContent="space-between" gap={3}>
                  <Typography fontWeight="semiBold">{draft.patient.name}</Typography>
                  <Button variant="ghost" onClick={() => set({ patient: undefined })}>
                    {t('patient.other')}
                  </Button>
                </Flex>
              ) : draft.newPatient ? (
                <>
                  <NewPatientFields
                    value={draft.newPatient}
                    errors={Object.fromEntries(missing.map((name) => [name, t('needed')]))}
                    onChange={(newPatient) => set({ newPatient })}
                  />
                  <div>
                    <Button variant="ghost" onClick={() => set({ newPatient: undefined })}>
                      {t('patient.find')}
                    </Button>
                  </div>
                </>
              ) : (
                <Flex direction="column" alignItems="stretch" gap={2}>
                  <PatientPicker
                    typed={draft.typed}
                    error={error('patient')}
                    onType={(typed) => set({ typed })}
                    onPick={(patient) => set({ patient })}
                  />
                  <div>
                    <Button
                      variant="tertiary"
                      onClick={() => set({ newPatient: namesIn(draft.typed) })}
                    >
                      {t('patient.new')}
                    </Button>
                  </div>
                </Flex>
              )}
              <Grid.Root gap={4}>
                <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
                  {field(
                    'appointmentType',
                    t('type'),
                    <SingleSelect
                      value={draft.appointmentType}
                      placeholder={t('type.choose')}
                      onChange={(value) => set({ appointmentType: String(value) })}
                    >
                      {offered.map(({ documentId, name, duration }) => (
                        <SingleSelectOption key={documentId} value={documentId}>
                          {`${name} · ${t('minutes', { minutes: duration })}`}
                        </SingleSelectOption>
                      ))}
                    </SingleSelect>,
                  )}
                </Grid.Item>
                <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
                  {field(
                    'practitioner',
                    t('practitioner'),
                    <SingleSelect
                      value={draft.practitioner}
                      placeholder={t('practitioner.choose')}
                      onChange={(value) => set({ practitioner: String(value) })}
                    >
                      {performers.map(({ documentId, name }) => (
                        <SingleSelectOption key={documentId} value={documentId}>
                          {name}
                        </SingleSelectOption>
                      ))}
                    </SingleSelect>,
                  )}
                </Grid.Item>
                <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
                  {field(
                    'date',
                    t('date'),
                    <Field.Input
                      type="date"
                      value={draft.date}
                      onChange={(event) => set({ date: event.currentTarget.value })}
                    />,
                  )}
                </Grid.Item>
                <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
                  {field(
                    'time',
                    t('time'),
                    <TimePicker
                      step={5}
                      value={draft.time}
                      clearLabel={t('time.clear')}
                      onChange={(time) => set({ time: time ?? '' })}
                    />,
                  )}
                </Grid.Item>
                <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
                  {field(
                    'chair',
                    t('chair'),
                    <SingleSelect
                      value={draft.chair || 'auto'}
                      onChange={(value) => set({ chair: value === 'auto' ? '' : String(value) })}
                    >
                      <SingleSelectOption value="auto">{t('chair.auto')}</SingleSelectOption>
                      {sheet.chairs.map(({ documentId, name }) => (
                        <SingleSelectOption key={documentId} value={documentId}>
                          {name}
                        </SingleSelectOption>
                      ))}
                    </SingleSelect>,
                    false,
                  )}
                </Grid.Item>
                <Grid.Item col={12} direction="column" alignItems="stretch">
                  {field(
                    'reason',
                    t('reason'),
                    <Textarea
                      value={draft.reason}
                      onChange={(event) => set({ reason: event.currentTarget.value })}
                    />,
                    false,
                  )}
                </Grid.Item>
              </Grid.Root>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button type="submit" form={form} loading={busy}>
            {t('book.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
