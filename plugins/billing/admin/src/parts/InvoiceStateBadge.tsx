import { useWords } from '@enamel/access/admin';
import { CheckCircle, Clock, CrossCircle, MinusCircle } from '@strapi/icons';
import type { ElementType } from 'react';
import { styled } from 'styled-components';
import type { InvoiceState } from '../../../shared/index.ts';

type Tone = 'neutral' | 'warning' | 'success' | 'danger';

const states: Record<InvoiceState | 'overdue', { icon: ElementType; tone: Tone }> = {
  unpaid: { icon: Clock, tone: 'warning' },
  overdue: { icon: Clock, tone: 'danger' },
  'part-paid': { icon: MinusCircle, tone: 'warning' },
  paid: { icon: CheckCircle, tone: 'success' },
  void: { icon: CrossCircle, tone: 'neutral' },
};

const Badge = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  white-space: nowrap;
  padding: 0.4rem 1rem;
  border-radius: 999px;
  font-size: 1.3rem;
  color: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  svg path {
    fill: currentColor;
  }
`;

interface Properties {
  readonly state: InvoiceState;
  /** Unpaid after its day. */
  readonly overdue?: boolean;
}

/** Where an invoice stands, as icon, words and colour. */
export const InvoiceStateBadge = ({ state, overdue = false }: Properties) => {
  const t = useWords('billing');
  const shown = overdue && state === 'unpaid' ? 'overdue' : state;
  const { icon: Icon, tone } = states[shown];
  return (
    <Badge $tone={tone}>
      <Icon width={14} height={14} aria-hidden />
      {t(`state.${shown}`)}
    </Badge>
  );
};
