import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from './translations.ts';

const Line = styled.div`
  height: 1.6rem;
  border-radius: 0.4rem;
  margin-block: 1.4rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const widths = ['62%', '84%', '48%', '71%', '90%', '55%', '77%', '66%'];

/** Grey lines where content will be. */
export const Skeleton = ({ lines = 5 }: { lines?: number }) => {
  const t = useWords('access');
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {widths.slice(0, lines).map((width) => (
        <Line key={width} style={{ width }} />
      ))}
    </div>
  );
};
