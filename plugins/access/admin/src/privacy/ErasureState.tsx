import { CheckCircle, Clock, Cross, WarningCircle } from '@strapi/icons';
import type { ErasureState as State } from '../../../../audit/shared/index.ts';
import {
  type Looks,
  localDate,
  StateBadge,
  useClinic,
  useFormats,
  useWords,
} from '../kit/index.ts';

const looks: Looks<State> = {
  asked: { icon: Clock, tone: 'secondary' },
  done: { icon: CheckCircle, tone: 'success' },
  refused: { icon: Cross, tone: 'danger' },
  withdrawn: { icon: Cross, tone: 'neutral' },
};

export const ErasureState = ({ state }: { state: State }) => {
  const t = useWords('privacy');
  return <StateBadge {...looks[state]}>{t(`erasure.${state}`)}</StateBadge>;
};

/** The date by which the law wants an answer; marked once it has passed. */
export const DueDate = ({ date }: { date: string }) => {
  const t = useWords('privacy');
  const { plainDate } = useFormats();
  const { zone } = useClinic();
  const late = date < localDate(new Date(), zone);
  return late ? (
    <StateBadge icon={WarningCircle} tone="danger">
      {t('due.late', { date: plainDate(date) })}
    </StateBadge>
  ) : (
    plainDate(date)
  );
};
