import type { ElementType, ReactNode } from 'react';
import { styled } from 'styled-components';

export type Tone =
  | 'neutral'
  | 'primary'
  | 'secondary'
  | 'alternative'
  | 'warning'
  | 'success'
  | 'danger';

/** How each state of something looks. */
export type Looks<State extends string> = Readonly<
  Record<State, { readonly icon: ElementType; readonly tone: Tone }>
>;

const Badge = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  white-space: nowrap;
  padding: 0.4rem 1rem;
  border-radius: 999px;
  font-size: 1.3rem;
  color: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  svg path {
    fill: currentColor;
  }
`;

interface Properties {
  readonly icon: ElementType;
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A state as icon, words and colour: never colour alone. */
export const StateBadge = ({ icon: Icon, tone, children }: Properties) => (
  <Badge $tone={tone}>
    <Icon width={14} height={14} aria-hidden />
    {children}
  </Badge>
);
