import { useFormats, useWords } from '@enamel/access/admin';
import { Field, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useState } from 'react';
import { type HoursPlace, type TimeOffEntry, timeOffKinds } from '../../../shared/hours.ts';
import { Choice } from './Choice.tsx';
import { DayField } from './DayField.tsx';
import { draftOf, type OffDraft, offOf } from './off.ts';

interface Properties {
  readonly off: TimeOffEntry;
  /** Shown with its fields open. */
  readonly isNew: boolean;
  /** What can be closed; absent for a person's time off. */
  readonly places: readonly HoursPlace[] | undefined;
  readonly wholeHouse: boolean;
  readonly onChange: (off: TimeOffEntry) => void;
  readonly onRemove: () => void;
}

const everything = 'all';

const targetOf = ({ location, chair, equipment }: TimeOffEntry): string =>
  chair ? `chair ${chair}` : equipment ? `equipment ${equipment}` : (location ?? everything);

const aimed = (target: string): Pick<TimeOffEntry, 'location' | 'chair' | 'equipment'> => {
  const [kind, id = null] = target.split(' ');
  return {
    location: id || target === everything ? null : target,
    chair: kind === 'chair' ? id : null,
    equipment: kind === 'equipment' ? id : null,
  };
};

export const TimeOffRow = ({ off, isNew, places, wholeHouse, onChange, onRemove }: Properties) => {
  const t = useWords('desk');
  const { plainDate } = useFormats();
  const [open] = useState(isNew);
  const [draft, setDraft] = useState(() => draftOf(off));
  const valid = offOf(draft) !== undefined;
  const write = (change: Partial<OffDraft>) => {
    const next = { ...draft, ...change };
    if (change.firstDay && next.lastDay < next.firstDay) next.lastDay = next.firstDay;
    setDraft(next);
    const span = offOf(next);
    if (span) onChange({ ...off, ...span });
  };
  const targets: (readonly [string, string])[] = [
    ...(wholeHouse ? [[everything, t('closing.all')] as const] : []),
    ...(places ?? []).flatMap(({ documentId, name, chairs, equipment }) => [
      [documentId, name] as const,
      ...chairs.map((chair) => [`chair ${chair.documentId}`, `${name} · ${chair.name}`] as const),
      ...equipment.map(
        (piece) => [`equipment ${piece.documentId}`, `${name} · ${piece.name}`] as const,
      ),
    ]),
  ];
  const { firstDay, lastDay, from, to } = draftOf(off);
  const days = [...new Set([firstDay, lastDay])].map(plainDate).join(' – ');
  const isWhole = targetOf(off) === everything;
  const target = isWhole
    ? t('closing.all')
    : targets.find(([value]) => value === targetOf(off))?.[1];
  const headline = (
    <>
      <b>{[days, [from, to].filter(Boolean).join('–')].filter(Boolean).join(', ')}</b>
      <span>
        {[places && target, t(`off.${off.kind}`), off.reason].filter(Boolean).join(' · ')}
      </span>
    </>
  );
  if (places && isWhole && !wholeHouse) return <div className="line">{headline}</div>;
  return (
    <details open={open}>
      <summary>{headline}</summary>
      <div className="row">
        {places && (
          <Choice
            label={t('closing.what')}
            value={targetOf(off)}
            options={targets}
            onChange={(target) => onChange({ ...off, ...aimed(target) })}
          />
        )}
        <Choice
          label={t('off.kind')}
          value={off.kind}
          options={timeOffKinds.map((kind) => [kind, t(`off.${kind}`)])}
          onChange={(kind) => onChange({ ...off, kind: kind as TimeOffEntry['kind'] })}
        />
        <DayField
          label={t('off.first')}
          type="date"
          value={draft.firstDay}
          onChange={(firstDay) => write({ firstDay })}
        />
        <DayField
          label={t('off.last')}
          type="date"
          value={draft.lastDay}
          error={!valid && t('off.reversed')}
          onChange={(lastDay) => write({ lastDay })}
        />
        <DayField
          label={t('off.from')}
          type="time"
          value={draft.from}
          onChange={(from) => write({ from })}
        />
        <DayField
          label={t('off.to')}
          type="time"
          value={draft.to}
          onChange={(to) => write({ to })}
        />
        <Field.Root>
          <Field.Label>{t('reason')}</Field.Label>
          <Field.Input
            value={off.reason ?? ''}
            maxLength={200}
            onChange={(event: { currentTarget: { value: string } }) =>
              onChange({ ...off, reason: event.currentTarget.value || null })
            }
          />
        </Field.Root>
        <IconButton label={t('remove')} variant="ghost" onClick={onRemove}>
          <Trash />
        </IconButton>
      </div>
    </details>
  );
};
