import { css } from 'styled-components';

/** A visit's block, and the place under the pointer while one is dragged or planned. */
export const blockLook = css`
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
    contain: strict;
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
  .ec-event.ec-ghost {
    opacity: 0.5;
  }
  .ec-event.ec-preview {
    z-index: 5;
    padding: 0.2rem 0.6rem;
    min-block-size: 2.2rem;
    contain: none;
    overflow: visible;
    border-radius: 6px;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.success700};
    border: 2px solid currentColor;
    background: ${({ theme }) => theme.colors.success100};
    opacity: 1;
  }
  .ec-event.ec-preview.preview-clash {
    color: ${({ theme }) => theme.colors.danger700};
    border-style: dashed;
    background: repeating-linear-gradient(
      45deg,
      ${({ theme }) => theme.colors.danger200} 0 3px,
      ${({ theme }) => theme.colors.danger100} 3px 10px
    );
  }
  .preview-words {
    display: table;
    border-radius: 4px;
    font-size: 1.2rem;
    background: ${({ theme }) => theme.colors.neutral0};
    padding-inline: 0.4rem;
  }
  .off-name {
    display: block;
    padding: 0.4rem 0.6rem;
    font-size: 1.2rem;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .ec-day {
    contain: layout style;
  }
  .ec-resizer {
    min-block-size: 6px;
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
  .visit-absent {
    position: absolute;
    inset-inline: 0;
    background: radial-gradient(
        color-mix(in srgb, var(--type) 60%, var(--ground)) 1px,
        transparent 1.5px
      )
      0 0 / 6px 6px;
  }
  .visit-head,
  .visit-name,
  .visit-type {
    position: relative;
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
  .visit-line:not(.ec-preview) .ec-event-body {
    display: flex;
    flex-direction: row;
    gap: 0.6rem;
  }
  .visit-line {
    padding-block: 0.1rem;
  }
  .visit-line .visit-head {
    flex: none;
  }
  .visit-line .visit-type,
  .visit-brief .visit-type {
    display: none;
  }
`;
