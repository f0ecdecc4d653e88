import { ArrowRight, Check, CheckCircle, Clock, MinusCircle, Pencil } from '@strapi/icons';
import type { ElementType } from 'react';
import { styled } from 'styled-components';
import type { TreatmentStatus } from '../../../shared/index.ts';
import { useChartWords } from './use-words.ts';

type Tone = 'neutral' | 'danger' | 'warning' | 'secondary' | 'alternative';

const looks: Record<TreatmentStatus, { icon: ElementType; tone: Tone }> = {
  planned: { icon: Clock, tone: 'danger' },
  'in-progress': { icon: Pencil, tone: 'warning' },
  completed: { icon: CheckCircle, tone: 'secondary' },
  existing: { icon: Check, tone: 'secondary' },
  'existing-elsewhere': { icon: Check, tone: 'secondary' },
  referred: { icon: ArrowRight, tone: 'alternative' },
  inactive: { icon: MinusCircle, tone: 'neutral' },
};

const Badge = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  padding: 0.3rem 1rem;
  border-radius: 999px;
  font-size: 1.2rem;
  white-space: nowrap;
  color: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  svg path {
    fill: currentColor;
  }
`;

/** A treatment's state as icon, words and the chart's colour. */
export const TreatmentState = ({ status }: { status: TreatmentStatus }) => {
  const words = useChartWords();
  const { icon: Icon, tone } = looks[status];
  return (
    <Badge $tone={tone}>
      <Icon width={12} height={12} aria-hidden />
      {words.statuses[status]}
    </Badge>
  );
};
