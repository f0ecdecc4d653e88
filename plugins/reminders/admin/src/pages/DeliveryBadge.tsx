import { useWords } from '@enamel/access/admin';
import {
  Archive,
  CheckCircle,
  Clock,
  CrossCircle,
  MinusCircle,
  PaperPlane,
  Question,
} from '@strapi/icons';
import type { ElementType } from 'react';
import { styled } from 'styled-components';
import type { DeliveryState } from '../../../shared/index.ts';

type Tone = 'neutral' | 'primary' | 'warning' | 'success' | 'danger';

const looks: Record<DeliveryState, { icon: ElementType; tone: Tone }> = {
  queued: { icon: Clock, tone: 'primary' },
  leased: { icon: PaperPlane, tone: 'primary' },
  'handing-over': { icon: PaperPlane, tone: 'primary' },
  sent: { icon: CheckCircle, tone: 'success' },
  unconfirmed: { icon: Question, tone: 'warning' },
  kept: { icon: Archive, tone: 'neutral' },
  skipped: { icon: MinusCircle, tone: 'neutral' },
  failed: { icon: CrossCircle, tone: 'danger' },
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

export const DeliveryBadge = ({ state }: { state: DeliveryState }) => {
  const t = useWords('reminders');
  const { icon: Icon, tone } = looks[state];
  return (
    <Badge $tone={tone}>
      <Icon width={14} height={14} aria-hidden />
      {t(`state.${state}`)}
    </Badge>
  );
};
