import { styled } from 'styled-components';

/** Lines with something to do at their end. */
export const Rows = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
  > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.8rem 1.2rem;
    padding: 1.2rem 1.6rem;
  }
  > li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  .main {
    flex: 1 1 22rem;
    display: grid;
    gap: 0.2rem;
    min-width: 0;
  }
  strong,
  .main a {
    font-weight: 600;
    color: inherit;
  }
  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media (max-width: 40rem) {
    .main {
      flex-basis: 100%;
    }
  }
`;
