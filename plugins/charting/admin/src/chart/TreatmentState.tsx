import { type Looks, StateBadge } from '@enamel/access/admin';
import { ArrowRight, Check, CheckCircle, Clock, MinusCircle, Pencil } from '@strapi/icons';
import type { TreatmentStatus } from '../../../shared/index.ts';
import { useChartWords } from './use-words.ts';

const looks: Looks<TreatmentStatus> = {
  planned: { icon: Clock, tone: 'danger' },
  'in-progress': { icon: Pencil, tone: 'warning' },
  completed: { icon: CheckCircle, tone: 'secondary' },
  existing: { icon: Check, tone: 'secondary' },
  'existing-elsewhere': { icon: Check, tone: 'secondary' },
  referred: { icon: ArrowRight, tone: 'alternative' },
  inactive: { icon: MinusCircle, tone: 'neutral' },
};

/** A treatment's state as icon, words and the chart's colour. */
export const TreatmentState = ({ status }: { status: TreatmentStatus }) => {
  const words = useChartWords();
  return <StateBadge {...looks[status]}>{words.statuses[status]}</StateBadge>;
};
