import {
  Check,
  CheckCircle,
  Clock,
  CrossCircle,
  MinusCircle,
  Stethoscope,
  Walk,
} from '@strapi/icons';
import { type Looks, StateBadge } from './StateBadge.tsx';
import { useWords } from './translations.ts';

const looks: Looks<string> = {
  pending: { icon: Clock, tone: 'warning' },
  confirmed: { icon: Check, tone: 'primary' },
  arrived: { icon: Walk, tone: 'warning' },
  seated: { icon: Stethoscope, tone: 'primary' },
  completed: { icon: CheckCircle, tone: 'success' },
  cancelled: { icon: CrossCircle, tone: 'neutral' },
  'no-show': { icon: MinusCircle, tone: 'danger' },
};

export const VisitState = ({ status }: { status: string }) => {
  const t = useWords('access');
  const look = looks[status] ?? { icon: Clock, tone: 'neutral' };
  return <StateBadge {...look}>{t(`status.${status}`)}</StateBadge>;
};
