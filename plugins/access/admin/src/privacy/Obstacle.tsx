import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Note = styled.div`
  display: flex;
  gap: 1.2rem;
  padding: 1.2rem 1.6rem;
  border-radius: 8px;
  font-size: 1.4rem;
  line-height: 1.5;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.warning100};
  a {
    color: inherit;
  }
  svg {
    flex: none;
    margin-block-start: 0.3rem;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.warning700};
  }
`;

/** What stands in the way, and what can be done about it. */
export const Obstacle = ({ title, text }: { title: string; text: ReactNode }) => (
  <Note role="note">
    <WarningCircle width={16} height={16} aria-hidden />
    <p>
      <strong>{title}</strong> {text}
    </p>
  </Note>
);
