import { type Looks, StateBadge, useWords } from '@enamel/access/admin';
import { CheckCircle, Clock, CrossCircle, PaperPlane } from '@strapi/icons';
import type { WaitStatus } from '../../../shared/wait-list.ts';

const looks: Looks<WaitStatus> = {
  waiting: { icon: Clock, tone: 'warning' },
  offered: { icon: PaperPlane, tone: 'primary' },
  booked: { icon: CheckCircle, tone: 'success' },
  closed: { icon: CrossCircle, tone: 'neutral' },
};

export const EntryState = ({ status }: { status: WaitStatus }) => {
  const t = useWords('waitlist');
  return <StateBadge {...looks[status]}>{t(`status.${status}`)}</StateBadge>;
};
