import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const List = styled.ul`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
  li {
    display: grid;
    grid-template-columns: minmax(16rem, 1.2fr) minmax(0, 2fr) auto;
    gap: 0.4rem 1.6rem;
    align-items: center;
    padding: 1rem 1.6rem;
  }
  li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  a {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary700};
  }
  small {
    display: block;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media (max-width: 46rem) {
    li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** People one under the other: who, what they are, what can be done. */
export const People = ({ label, children }: { label: string; children: ReactNode }) => (
  <List aria-label={label}>{children}</List>
);
