import { type Looks, StateBadge, useWords } from '@enamel/access/admin';
import {
  Archive,
  CheckCircle,
  Clock,
  CrossCircle,
  MinusCircle,
  PaperPlane,
  Question,
} from '@strapi/icons';
import type { DeliveryState } from '../../../shared/index.ts';

const looks: Looks<DeliveryState> = {
  queued: { icon: Clock, tone: 'primary' },
  leased: { icon: PaperPlane, tone: 'primary' },
  'handing-over': { icon: PaperPlane, tone: 'primary' },
  sent: { icon: CheckCircle, tone: 'success' },
  unconfirmed: { icon: Question, tone: 'warning' },
  kept: { icon: Archive, tone: 'neutral' },
  skipped: { icon: MinusCircle, tone: 'neutral' },
  failed: { icon: CrossCircle, tone: 'danger' },
};

export const DeliveryBadge = ({ state }: { state: DeliveryState }) => {
  const t = useWords('reminders');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
};
