import { useWords } from '@enamel/access/admin';
import { CheckCircle, Eye } from '@strapi/icons';
import { styled } from 'styled-components';

const Badge = styled.span<{ $tone: 'warning' | 'success' }>`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  padding: 0.3rem 1rem;
  border-radius: 999px;
  font-size: 1.2rem;
  color: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  svg path {
    fill: currentColor;
  }
`;

export const ResponseState = ({ status }: { status: 'submitted' | 'reviewed' }) => {
  const t = useWords('intake');
  const reviewed = status === 'reviewed';
  const Icon = reviewed ? CheckCircle : Eye;
  return (
    <Badge $tone={reviewed ? 'success' : 'warning'}>
      <Icon width={12} height={12} aria-hidden />
      {t(`status.${status}`)}
    </Badge>
  );
};
