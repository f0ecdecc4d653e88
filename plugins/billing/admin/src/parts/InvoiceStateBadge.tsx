import { type Looks, StateBadge, useWords } from '@enamel/access/admin';
import { CheckCircle, Clock, CrossCircle, MinusCircle } from '@strapi/icons';
import type { InvoiceState } from '../../../shared/index.ts';

const looks: Looks<InvoiceState | 'overdue'> = {
  unpaid: { icon: Clock, tone: 'warning' },
  overdue: { icon: Clock, tone: 'danger' },
  'part-paid': { icon: MinusCircle, tone: 'warning' },
  paid: { icon: CheckCircle, tone: 'success' },
  void: { icon: CrossCircle, tone: 'neutral' },
};

interface Properties {
  readonly state: InvoiceState;
  /** Unpaid after its day. */
  readonly overdue?: boolean;
}

/** Where an invoice stands, as icon, words and colour. */
export const InvoiceStateBadge = ({ state, overdue = false }: Properties) => {
  const t = useWords('billing');
  const shown = overdue && state === 'unpaid' ? 'overdue' : state;
  return <StateBadge {...looks[shown]}>{t(`state.${shown}`)}</StateBadge>;
};
