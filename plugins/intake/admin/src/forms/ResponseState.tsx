import { type Looks, StateBadge, useWords } from '@enamel/access/admin';
import { CheckCircle, Eye } from '@strapi/icons';

const looks: Looks<'submitted' | 'reviewed'> = {
  submitted: { icon: Eye, tone: 'warning' },
  reviewed: { icon: CheckCircle, tone: 'success' },
};

export const ResponseState = ({ status }: { status: 'submitted' | 'reviewed' }) => {
  const t = useWords('intake');
  return <StateBadge {...looks[status]}>{t(`status.${status}`)}</StateBadge>;
};
