import { styled } from 'styled-components';
import { blockLook } from './blockLook.ts';

/** The calendar's look: porcelain and ink, the type on the left edge, the state as a mark, closed hours shaded. */
export const BoardFrame = styled.div`
  flex: 1;
  min-height: 0;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};

  .ec {
    color-scheme: inherit;
    --ec-bg-color: ${({ theme }) => theme.colors.neutral0};
    --ec-border-color: ${({ theme }) => theme.colors.neutral150};
    --ec-text-color: ${({ theme }) => theme.colors.neutral800};
    --ec-today-bg-color: ${({ theme }) => theme.colors.neutral0};
    --ec-now-indicator-color: ${({ theme }) => theme.colors.danger600};
    --ec-event-col-gap: 2px;
    --ec-bg-event-opacity: 1;
    --ground: ${({ theme }) => theme.colors.neutral0};
    height: 100%;
    font-size: 1.3rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  .ec-toolbar {
    display: none;
  }
  .ec-main,
  .ec-header {
    border: none;
  }
  .ec-col-head {
    align-content: center;
    padding: 1rem 0.6rem;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The day is the page's heading. */
  &[data-days='1'] .ec-col-group {
    display: none;
  }
  /* So is whose day it is, in the filter. */
  &[data-days='1'][data-columns='1'] .ec-header {
    display: none;
  }
  .ec-col-group {
    padding-block: 0.6rem;
    font-weight: 600;
  }
  .ec-sidebar {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
  }
  .ec-day .ec-now-indicator {
    z-index: 3;
  }

  .ec-bg-event.closed {
    background: ${({ theme }) => theme.colors.neutral100};
    opacity: 1;
  }
  .ec-bg-event.off {
    opacity: 1;
    color: ${({ theme }) => theme.colors.neutral600};
    background: repeating-linear-gradient(
      135deg,
      ${({ theme }) => theme.colors.neutral150} 0 2px,
      ${({ theme }) => theme.colors.neutral100} 2px 9px
    );
  }

  .ec-bg-event.kept {
    opacity: 1;
    border: 1px dashed ${({ theme }) => theme.colors.neutral500};
    border-radius: 6px;
    color: ${({ theme }) => theme.colors.neutral600};
    background: ${({ theme }) => theme.colors.neutral0};
  }

  ${blockLook}
`;
