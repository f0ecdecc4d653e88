import { useWords } from '@enamel/access/admin';
import type { ResourcesAnswer } from '../../../../shared/calendar.ts';
import { appointmentStatuses } from '../../../../shared/statuses.ts';
import type { CalendarAddress } from '../address.ts';
import type { Sheet } from '../board/blocks.ts';
import { OneOf } from './OneOf.tsx';

interface Properties {
  readonly sheet: Sheet | undefined;
  readonly address: CalendarAddress;
  readonly go: (change: Partial<CalendarAddress>) => void;
}

interface WhoProperties extends Properties {
  readonly who: string;
  /** Whether one column must be chosen. */
  readonly single: boolean;
}

/** Whose visits are shown: all, or one practitioner's or chair's. */
export const WhoFilter = ({ sheet, address: { by }, who, single, go }: WhoProperties) => {
  const t = useWords('scheduling');
  return (
    <OneOf
      label={t(`who.${by}`)}
      all={single ? undefined : t(`who.${by}.all`)}
      value={who}
      options={(by === 'chair' ? sheet?.chairs : sheet?.practitioners) ?? []}
      onChoose={(chosen) => go({ who: chosen })}
    />
  );
};

/** Where, and which visits. */
export const Filters = ({
  sheet,
  address,
  locations,
  appointmentTypes,
  go,
}: Properties & ResourcesAnswer['data']) => {
  const t = useWords('scheduling');
  return (
    <>
      {locations.length > 1 && sheet && (
        <OneOf
          label={t('location')}
          all={undefined}
          value={sheet.location}
          options={locations}
          onChoose={(location) => go({ location, who: '', visit: '' })}
        />
      )}
      <OneOf
        label={t('type')}
        all={t('type.all')}
        value={address.type}
        options={appointmentTypes}
        onChoose={(type) => go({ type })}
      />
      <OneOf
        label={t('status')}
        all={t('status.all')}
        value={address.status}
        options={appointmentStatuses.map((status) => ({
          documentId: status,
          name: t(`state.${status}`),
        }))}
        onChoose={(status) => go({ status })}
      />
    </>
  );
};
