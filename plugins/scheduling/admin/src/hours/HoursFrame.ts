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
    padding: 0;
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
  .row > :has(input[type='time']) {
    flex-basis: 11rem;
  }
  .row > :has(input:not([type])) {
    flex: 1 1 17rem;
  }
  .days {
    display: grid;
    gap: 0.8rem;
  }
  .day {
    display: grid;
    grid-template-columns: minmax(0, 40rem) minmax(0, 1fr);
    gap: 0 2.4rem;
  }
  .day > :first-child {
    display: grid;
    grid-template-columns: 9.6rem minmax(0, 1fr);
    align-items: center;
    gap: 0.4rem 1.2rem;
  }
  .day > :first-child > :nth-child(n + 3) {
    grid-column: 2;
  }
  .bar {
    position: relative;
    align-self: center;
    height: 2.4rem;
    border-radius: 4px;
    overflow: hidden;
    background: ${({ theme }) => theme.colors.neutral100};
  }
  .bar i,
  .bar b {
    position: absolute;
    inset-block: 0;
  }
  .bar i {
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .bar b {
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.primary600};
  }
  .pause .bar b {
    background: repeating-linear-gradient(
      45deg,
      ${({ theme }) => theme.colors.neutral500} 0 4px,
      transparent 4px 8px
    );
  }
  .scale .bar {
    height: 1.6rem;
    overflow: visible;
    background: none;
  }
  .scale small {
    position: absolute;
    transform: translateX(-50%);
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  fieldset details {
    padding: 0;
    border: 0;
  }
  fieldset details[open] .row {
    padding-block: 0.8rem;
  }
  @media (max-width: 64rem) {
    .day {
      grid-template-columns: minmax(0, 1fr);
    }
    .day .bar {
      height: 0.4rem;
      margin-inline-start: 10.8rem;
    }
    .scale {
      display: none;
    }
  }
  @media (max-width: 34rem) {
    .row {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .row > button {
      grid-column: 1 / -1;
      justify-self: end;
    }
    .day > :first-child {
      grid-template-columns: 6.8rem minmax(0, 1fr);
    }
    .day .bar {
      margin-inline-start: 8rem;
    }
    .day input {
      padding-inline: 0.8rem;
      letter-spacing: -0.02em;
    }
    .acts {
      flex-wrap: wrap;
    }
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
  .lines {
    justify-self: stretch;
    display: grid;
    gap: 0.4rem;
  }
  .lines summary {
    font-weight: 400;
  }
  .lines summary b,
  .lines .line b {
    font-weight: 600;
    margin-inline-end: 1.2rem;
  }
  .lines summary span,
  .lines .line span {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .lines details {
    padding-block: 0.8rem;
  }
  .lines .row {
    padding-block: 1.2rem 0.8rem;
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
