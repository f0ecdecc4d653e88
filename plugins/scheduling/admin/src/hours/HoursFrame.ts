import { styled } from 'styled-components';

export const HoursFrame = styled.div`
  display: grid;
  gap: 3.2rem;
  max-width: 112rem;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};

  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1.6rem;
  }
  section {
    display: grid;
    justify-items: start;
    gap: 1.2rem;
  }
  section > * {
    max-width: 100%;
  }
  h2 {
    font-size: 1.8rem;
    font-weight: 600;
  }
  p,
  .summary {
    color: ${({ theme }) => theme.colors.neutral600};
    max-width: 68ch;
  }
  fieldset,
  .line,
  details {
    justify-self: stretch;
    min-width: 0;
    margin: 0;
    padding: 1.6rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    border-radius: 8px;
    background: ${({ theme }) => theme.colors.neutral0};
  }
  fieldset {
    display: grid;
    gap: 1.6rem;
  }
  legend {
    float: left;
    font-weight: 600;
  }
  legend + * {
    clear: both;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 1.2rem;
  }
  .row > * {
    flex: 0 1 17rem;
  }
  .row > button {
    flex: none;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
    gap: 1.2rem;
  }
  .acts {
    display: flex;
    justify-content: space-between;
    gap: 1.2rem;
  }
  summary {
    font-weight: 600;
    padding-block: 0.4rem;
    cursor: pointer;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.4rem 1.6rem;
    min-height: 4.4rem;
  }
  li b {
    font-weight: 600;
  }
  input[type='date'],
  input[type='time'] {
    color-scheme: ${({ theme }) =>
      Number.parseInt(theme.colors.neutral0.slice(1, 3), 16) < 128 ? 'dark' : 'light'};
  }
`;
