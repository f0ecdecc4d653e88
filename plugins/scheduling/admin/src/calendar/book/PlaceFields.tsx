import { useWords } from '@enamel/access/admin';
import { Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Sheet } from '../board/blocks.ts';
import { Cell } from './Cell.tsx';
import { PractitionerSelect } from './PractitionerSelect.tsx';
import { WhenCells } from './WhenCells.tsx';

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
  /** Without chair and length. */
  readonly brief?: boolean;
}

const lengths = [10, 15, 20, 30, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180, 240];

/** With whom, when, how long and on which chair. */
export const PlaceFields = (properties: Properties) => {
  const { sheet, draft, set, missing, type, usual, brief = false } = properties;
  const t = useWords('scheduling');
  const length = draft.duration ?? usual;
  const offered = [...new Set(length ? [...lengths, length] : lengths)].sort((a, b) => a - b);
  return (
    <Grid.Root gap={4}>
      <Cell
        name="practitioner"
        label={t('practitioner')}
        width={brief ? 12 : 6}
        missing={missing.includes('practitioner')}
      >
        <PractitionerSelect
          sheet={sheet}
          value={draft.practitioner}
          type={type ?? ''}
          onChange={(practitioner) => set({ practitioner })}
        />
      </Cell>
      {!brief && (
        <Cell name="chair" label={t('chair')} width={6} needed={false}>
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
          </SingleSelect>
        </Cell>
      )}
      <WhenCells
        date={draft.date}
        time={draft.time}
        width={brief ? 6 : 4}
        missing={missing}
        set={set}
      />
      {!brief && (
        <Cell name="duration" label={t('duration')} width={4} needed={false}>
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
          </SingleSelect>
        </Cell>
      )}
    </Grid.Root>
  );
};
