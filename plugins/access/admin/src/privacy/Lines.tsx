import { styled } from 'styled-components';

/** Rows of what was asked: words at the left, a state and what can be done at the right. */
export const Lines = styled.ul`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-variant-numeric: tabular-nums;
  a {
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

export const Line = styled.li`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.8rem 1.6rem;
  padding: 1.2rem 1.6rem;
  & + & {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  > div {
    display: grid;
    gap: 0.2rem;
    flex: 1 1 22rem;
  }
  > div > span {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.3rem;
  }
`;
