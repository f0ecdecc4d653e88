import { styled } from 'styled-components';

export const TodayFrame = styled.div`
  display: grid;
  gap: 2rem;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 1.2rem;
  }
  dl > div {
    display: flex;
    flex-direction: column-reverse;
    flex: 1 1 12rem;
    padding: 1.2rem 1.6rem;
    border-radius: 8px;
    background: ${({ theme }) => theme.colors.neutral100};
  }
  dd {
    font-size: 2.4rem;
    font-weight: 700;
    line-height: 1.2;
  }
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.3rem;
  }
  ul {
    max-height: 44rem;
    overflow: auto;
  }
  ul:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  li {
    display: grid;
    grid-template-columns: 5.2rem minmax(14rem, 1fr) minmax(0, 2fr) auto;
    align-items: center;
    gap: 0.4rem 1.6rem;
    min-height: 4.8rem;
    padding: 0.6rem 1.2rem;
    border-inline-start: 4px solid var(--type);
  }
  li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  li[data-past='true'] time,
  li[data-past='true'] a {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 400;
  }
  a {
    font-weight: 600;
    color: inherit;
    text-decoration: none;
    padding-block: 0.6rem;
  }
  a:hover {
    text-decoration: underline;
  }
  .what {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .state {
    display: flex;
    align-items: center;
    gap: 1.2rem;
    color: ${({ theme }) => theme.colors.warning700};
  }
  @media (max-width: 46rem) {
    li {
      grid-template-columns: 5.2rem minmax(0, 1fr) auto;
    }
    .what {
      grid-row: 2;
      grid-column: 2 / -1;
      padding-block-end: 0.6rem;
    }
    .state {
      grid-row: 1;
      grid-column: 3;
      flex-direction: column;
      align-items: flex-end;
      gap: 0.2rem;
    }
  }
`;
