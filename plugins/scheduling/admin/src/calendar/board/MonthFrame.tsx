import { styled } from 'styled-components';

export const MonthFrame = styled.div`
  flex: 1;
  min-height: 0;
  min-width: 0;
  overflow: auto;
  display: grid;
  grid-template-columns: repeat(7, minmax(0, 1fr));
  grid-template-rows: auto;
  grid-auto-rows: minmax(8.4rem, 1fr);
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  font-variant-numeric: tabular-nums;

  .weekday {
    padding: 0.8rem;
    font-weight: 600;
    text-align: center;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .date {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.4rem;
    align-items: stretch;
    min-width: 0;
    padding: 0.6rem 0.8rem;
    text-align: start;
    border: 0 solid ${({ theme }) => theme.colors.neutral150};
    border-block-start-width: 1px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .date:nth-of-type(7n + 2),
  .date:nth-of-type(7n + 3),
  .date:nth-of-type(7n + 4),
  .date:nth-of-type(7n + 5),
  .date:nth-of-type(7n + 6),
  .date:nth-of-type(7n) {
    border-inline-start-width: 1px;
  }
  .date:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  .date:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  .outside .number {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 400;
  }
  .idle {
    background: repeating-linear-gradient(
      135deg,
      ${({ theme }) => theme.colors.neutral150} 0 1px,
      ${({ theme }) => theme.colors.neutral0} 1px 9px
    );
  }
  .number {
    font-weight: 600;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .today .number {
    align-self: flex-start;
    padding: 0.1rem 0.7rem;
    margin-inline-start: -0.7rem;
    border-radius: 999px;
    color: ${({ theme }) => theme.colors.neutral0};
    background: ${({ theme }) => theme.colors.primary700};
  }
  .holiday {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.warning700};
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .types {
    display: flex;
    gap: 1px;
    height: 0.8rem;
    margin-block-start: auto;
    border-radius: 4px;
    overflow: hidden;
    background: ${({ theme }) => theme.colors.neutral150};
  }
  .types i {
    display: block;
    background: var(--type);
  }
  .count,
  .load {
    font-size: 1.2rem;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .load {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media (max-width: 48rem) {
    grid-auto-rows: minmax(6.4rem, 1fr);
    .date {
      padding: 0.4rem;
    }
    .load {
      display: none;
    }
    .words {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;
