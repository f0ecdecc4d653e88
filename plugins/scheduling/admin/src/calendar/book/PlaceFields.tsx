import { useWords } from '@enamel/access/admin';
import { Field, Grid, SingleSelect, SingleSelectOption, TimePicker } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Sheet } from '../board/blocks.ts';

/** Where and when a visit takes place; the date and time are the location's wall time. */
export interface PlaceDraft {
  readonly practitioner: string;
  /** Empty leaves it to the server. */
  readonly chair: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:mm` */
  readonly time: string;
  /** Minutes; the type's own when undefined. */
  readonly duration: number | undefined;
}

interface Properties {
  readonly sheet: Sheet;
  readonly draft: PlaceDraft;
  readonly set: (change: Partial<PlaceDraft>) => void;
  readonly missing: readonly string[];
  /** Document id of the type, for which only some are suitable. */
  readonly type: string | undefined;
  /** How long the type lasts by itself. */
  readonly usual: number | undefined;
}

const lengths = [10, 15, 20, 30, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180, 240];

/** With whom, when, how long and on which chair. */
export const PlaceFields = ({ sheet, draft, set, missing, type, usual }: Properties) => {
  const t = useWords('scheduling');
  const performers = sheet.practitioners.filter(
    ({ appointmentTypes, documentId }) =>
      !type || documentId === draft.practitioner || appointmentTypes.includes(type),
  );
  const length = draft.duration ?? usual;
  const offered = [...new Set(length ? [...lengths, length] : lengths)].sort((a, b) => a - b);
  const field = (name: string, label: string, col: number, content: ReactNode, needed = true) => (
    <Grid.Item col={col} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name} error={missing.includes(name) && t('needed')} required={needed}>
        <Field.Label>{label}</Field.Label>
        {content}
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
  return (
    <Grid.Root gap={4}>
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
        'chair',
        t('chair'),
        6,
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
      {field(
        'date',
        t('date'),
        4,
        <Field.Input
          type="date"
          value={draft.date}
          onChange={({ currentTarget }) => set({ date: currentTarget.value })}
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
        'duration',
        t('duration'),
        4,
        <SingleSelect
          value={length ? String(length) : ''}
          placeholder={t('duration.usual')}
          onChange={(value) => set({ duration: Number(value) || undefined })}
        >
          {offered.map((minutes) => (
            <SingleSelectOption key={minutes} value={String(minutes)}>
              {t(minutes === usual ? 'minutes.usual' : 'minutes', { minutes })}
            </SingleSelectOption>
          ))}
        </SingleSelect>,
        false,
      )}
    </Grid.Root>
  );
};
