import { useWords } from '@enamel/access/admin';
import {
  Field,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TimePicker,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';
import type { Booking } from './useBooking.ts';

export type VisitTypes = ResourcesAnswer['data']['appointmentTypes'];

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly booking: Booking;
}

const neverNeeded = new Set(['chair', 'reason']);

/** What is booked: the type of visit, with whom, when, on which chair and why. */
export const WhatFields = ({ sheet, types, booking: { draft, set, missing } }: Properties) => {
  const t = useWords('scheduling');
  const { practitioners, chairs } = sheet;
  const performers = practitioners.filter(
    ({ appointmentTypes }) =>
      !draft.appointmentType || appointmentTypes.includes(draft.appointmentType),
  );
  const offered = types.filter(({ documentId }) =>
    practitioners.some(({ appointmentTypes }) => appointmentTypes.includes(documentId)),
  );
  const field = (name: string, label: string, col: number, content: ReactNode) => (
    <Grid.Item col={col} s={12} direction="column" alignItems="stretch">
      <Field.Root
        name={name}
        error={missing.includes(name) && t('needed')}
        required={!neverNeeded.has(name)}
      >
        <Field.Label>{label}</Field.Label>
        {content}
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
  return (
    <Grid.Root gap={4}>
      {field(
        'appointmentType',
        t('type'),
        6,
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
      {field(
        'practitioner',
        t('practitioner'),
        6,
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
      {field(
        'date',
        t('date'),
        4,
        <Field.Input
          type="date"
          value={draft.date}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />,
      )}
      {field(
        'time',
        t('time'),
        4,
        <TimePicker
          step={5}
          value={draft.time}
          clearLabel={t('time.clear')}
          onChange={(time) => set({ time: time ?? '' })}
        />,
      )}
      {field(
        'chair',
        t('chair'),
        4,
        <SingleSelect
          value={draft.chair || 'auto'}
          onChange={(value) => set({ chair: value === 'auto' ? '' : String(value) })}
        >
          <SingleSelectOption value="auto">{t('chair.auto')}</SingleSelectOption>
          {chairs.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>,
      )}
      {field(
        'reason',
        t('reason'),
        12,
        <Textarea
          value={draft.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />,
      )}
    </Grid.Root>
  );
};
