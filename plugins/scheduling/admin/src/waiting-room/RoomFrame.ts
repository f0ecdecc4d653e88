import { styled } from 'styled-components';

/** Four columns from door to door; below one another on a narrow screen. */
export const RoomFrame = styled.div`
  display: grid;
  grid-template-columns: repeat(4, minmax(0, 1fr));
  align-items: start;
  gap: 1.6rem;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};

  section {
    display: grid;
    gap: 1.2rem;
  }
  h2 {
    font-size: 1.6rem;
    font-weight: 600;
  }
  .count {
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .none,
  .what {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.3rem;
  }
  ul {
    display: grid;
    gap: 1.2rem;
  }
  ul ul {
    gap: 0.6rem;
  }
  [data-visit] {
    display: grid;
    justify-items: start;
    gap: 0.8rem;
    padding: 1.2rem 1.6rem;
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    border-inline-start: 4px solid var(--type);
    border-radius: 8px;
  }
  [data-visit]:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  [data-stage='done'] [data-visit] {
    gap: 0.4rem;
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: 1.2rem;
  }
  .head a,
  .head b {
    font-weight: 600;
    color: inherit;
    text-decoration: none;
    padding-block: 0.4rem;
  }
  .head a:hover {
    text-decoration: underline;
  }
  .phone {
    color: ${({ theme }) => theme.colors.primary700};
    padding-block: 0.4rem;
  }
  .phone svg path {
    fill: currentColor;
  }

  @media (max-width: 80rem) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @media (max-width: 46rem) {
    grid-template-columns: minmax(0, 1fr);
    gap: 2.4rem;
  }
`;
