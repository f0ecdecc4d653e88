import { styled } from 'styled-components';

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
    padding: 1rem 0.6rem;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The day is the page's heading. */
  &[data-days='1'] .ec-col-group {
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

  .ec-event.visit {
    background: color-mix(in srgb, var(--type) 15%, var(--ground));
    color: ${({ theme }) => theme.colors.neutral800};
    border: 1px solid color-mix(in srgb, var(--type) 40%, var(--ground));
    border-inline-start: 4px solid var(--type);
    border-radius: 6px;
    box-shadow: none;
    padding: 0.2rem 0.6rem;
    overflow: hidden;
    cursor: pointer;
    line-height: 1.3;
    container-type: size;
  }
  .ec-event.visit:focus-visible,
  .ec-event.visit-chosen {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
    z-index: 4;
  }
  .ec-event.ec-draggable {
    cursor: grab;
  }
  .ec-event.ec-dragging,
  .ec-event.ec-ghost {
    opacity: 0.5;
  }
  .ec-event.visit-pending {
    border-style: dashed;
    border-inline-start-style: solid;
  }
  .ec-event.visit-completed,
  .ec-event.visit-no-show {
    background: color-mix(in srgb, var(--type) 5%, var(--ground));
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .ec-event.visit-arrived,
  .ec-event.visit-seated {
    background: color-mix(in srgb, var(--type) 28%, var(--ground));
  }
  .ec-event.visit-no-show .visit-name {
    text-decoration: line-through;
  }
  .ec-event.visit-over {
    border-block-end: 3px double ${({ theme }) => theme.colors.warning600};
  }
  .ec-event-body {
    display: block;
    padding: 0;
  }
  .visit-head,
  .visit-name {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    white-space: nowrap;
    overflow: hidden;
  }
  .visit-time {
    font-size: 1.15rem;
  }
  .visit-name {
    font-weight: 600;
  }
  .visit-unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .visit-type {
    display: block;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  .visit-mark,
  .visit-alert {
    flex: none;
    width: 1.3rem;
    height: 1.3rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .visit-alert {
    color: ${({ theme }) => theme.colors.danger600};
  }
  /* A short visit says it on one line. */
  @container (max-height: 3.4rem) {
    .ec-event-body {
      display: flex;
      gap: 0.6rem;
    }
    .visit-type {
      display: none;
    }
  }
  @container (max-height: 5rem) {
    .visit-type {
      display: none;
    }
  }
`;
