import { styled } from 'styled-components';

/** The page of the calendar: it fills the window, and its board scrolls within. */
export const DeskFrame = styled.div`
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  height: 100dvh;
  padding: 2rem 2.4rem 2.4rem;
  @media (max-width: 67.4rem) {
    height: calc(100dvh - 6rem);
    padding: 1.2rem;
  }
`;

/** The view, and the visit beside it. */
export const Boards = styled.div`
  flex: 1;
  min-height: 0;
  display: flex;
  gap: 1.6rem;
  /* Another day is on its way; a quick answer needs no veil. */
  &[data-stale='true'] {
    opacity: 0.4;
    transition: opacity 150ms 250ms;
    @media (prefers-reduced-motion: reduce) {
      transition-duration: 0s;
    }
  }
`;
