import { styled } from 'styled-components';

/** Rows of a card: what it is on the left, what can be done with it on the right. */
export const RowList = styled.ul`
  li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.8rem 1.6rem;
    padding-block: 1.2rem;
  }
`;
