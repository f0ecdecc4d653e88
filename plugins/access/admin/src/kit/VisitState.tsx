import {
  Check,
  CheckCircle,
  Clock,
  CrossCircle,
  MinusCircle,
  Stethoscope,
  Walk,
} from '@strapi/icons';
import type { ElementType } from 'react';
import { styled } from 'styled-components';
import { useWords } from './translations.ts';

type Tone = 'neutral' | 'primary' | 'warning' | 'success' | 'danger';

const visitStates: Record<string, { icon: ElementType; tone: Tone }> = {
  pending: { icon: Clock, tone: 'warning' },
  confirmed: { icon: Check, tone: 'primary' },
  arrived: { icon: Walk, tone: 'warning' },
  seated: { icon: Stethoscope, tone: 'primary' },
  completed: { icon: CheckCircle, tone: 'success' },
  cancelled: { icon: CrossCircle, tone: 'neutral' },
  'no-show': { icon: MinusCircle, tone: 'danger' },
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

/** A visit's state as icon, words and colour: never colour alone. */
export const VisitState = ({ status }: { status: string }) => {
  const t = useWords('access');
  const { icon: Icon, tone } = visitStates[status] ?? { icon: Clock, tone: 'neutral' as const };
  return (
    <Badge $tone={tone}>
      <Icon width={14} height={14} aria-hidden />
      {t(`status.${status}`)}
    </Badge>
  );
};
