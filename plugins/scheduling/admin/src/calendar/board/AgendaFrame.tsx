import { styled } from 'styled-components';

export const AgendaFrame = styled.div`
  flex: 1;
  min-height: 0;
  min-width: 0;
  overflow: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;

  section {
    content-visibility: auto;
    contain-intrinsic-size: auto 20rem;
  }
  h2 {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1.2rem;
    padding: 1rem 1.6rem;
    font-weight: 600;
    background: ${({ theme }) => theme.colors.neutral100};
  }
  h2 small {
    font-size: 1.3rem;
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  button {
    display: grid;
    grid-template-columns: 10.4rem minmax(12rem, 1fr) minmax(12rem, 2fr) auto;
    align-items: center;
    gap: 0.4rem 1.6rem;
    width: 100%;
    min-height: 4.4rem;
    padding: 0.6rem 1.6rem;
    text-align: start;
    border: none;
    border-inline-start: 4px solid var(--type);
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:hover,
  button[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    font-weight: 600;
  }
  .what {
    color: ${({ theme }) => theme.colors.neutral700};
  }
  @media (max-width: 48rem) {
    button {
      grid-template-columns: 1fr auto;
    }
    .when {
      grid-area: 1 / 1;
    }
    .name {
      grid-area: 2 / 1;
    }
    .what {
      grid-area: 3 / 1 / auto / span 2;
      font-size: 1.3rem;
    }
  }
`;
