import { styled } from 'styled-components';

export const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.8rem;
  .turn,
  .acts {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .acts {
    gap: 0.8rem;
    margin-inline-start: 0.8rem;
  }
  h1 {
    flex: 1 1 auto;
  }
`;

export const DateField = styled.input`
  height: 3.2rem;
  padding: 0 0.8rem;
  border-radius: 4px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  color-scheme: inherit;
  font: inherit;
  font-size: 1.3rem;
`;

/** Filters folded away where there is little room. */
export const Sieve = styled.details`
  &[open] {
    flex-basis: 100%;
  }
  &[open] > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8rem;
    padding-block-start: 0.4rem;
  }
  summary {
    display: grid;
    place-items: center;
    width: 3.4rem;
    height: 3.4rem;
    margin-inline-start: auto;
    border-radius: 6px;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral0};
    list-style: none;
    cursor: pointer;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;
