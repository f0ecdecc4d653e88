import { useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { HoursPlace } from '../../../shared/hours.ts';
import { offOf } from './off.ts';
import { TimeOffRow } from './TimeOffRow.tsx';
import type { OffEntry } from './useHours.ts';

interface Properties {
  readonly ofHouse: boolean;
  readonly timeOff: readonly OffEntry[];
  readonly today: string;
  readonly places: readonly HoursPlace[];
  /** Whether closures of the whole house may be changed. */
  readonly wholeHouse: boolean;
  readonly onChange: (timeOff: readonly OffEntry[]) => void;
}

/** Absences of a person, or closing days and blocks of the house. */
export const TimeOffList = ({
  ofHouse,
  timeOff,
  today,
  places,
  wholeHouse,
  onChange,
}: Properties) => {
  const t = useWords('desk');
  const words = ofHouse ? 'closing' : 'off';
  const add = () => {
    const span = offOf({ firstDay: today, lastDay: today, from: '', to: '' });
    if (!span) return;
    onChange([
      ...timeOff,
      {
        key: `new ${timeOff.length} ${Date.now()}`,
        kind: ofHouse ? 'block' : 'vacation',
        ...span,
        reason: null,
        location: ofHouse ? (places[0]?.documentId ?? null) : null,
        chair: null,
        equipment: null,
      },
    ]);
  };
  return (
    <section aria-labelledby="hours-off">
      <h2 id="hours-off">{t(words)}</h2>
      <p>{t(`${words}.hint`)}</p>
      <div className="lines">
        {timeOff.map((off) => (
          <TimeOffRow
            key={off.key}
            off={off}
            isNew={off.key.startsWith('new')}
            places={ofHouse ? places : undefined}
            wholeHouse={wholeHouse}
            onChange={(next) =>
              onChange(
                timeOff.map((old) => (old.key === off.key ? { ...next, key: off.key } : old)),
              )
            }
            onRemove={() => onChange(timeOff.filter(({ key }) => key !== off.key))}
          />
        ))}
      </div>
      <Button variant="tertiary" startIcon={<Plus />} onClick={add}>
        {t(`${words}.add`)}
      </Button>
    </section>
  );
};
