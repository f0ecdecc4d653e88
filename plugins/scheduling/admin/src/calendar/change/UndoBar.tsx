import { useWords } from '@enamel/access/admin';
import { Button, IconButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { type ReactNode, useEffect, useState } from 'react';
import { styled } from 'styled-components';

const Bar = styled.div`
  position: fixed;
  inset-block-end: 2.4rem;
  inset-inline-start: 50%;
  translate: -50% 0;
  z-index: 5;
  display: flex;
  align-items: center;
  gap: 1.6rem;
  padding: 1rem 1rem 1rem 2rem;
  border-radius: 12px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  max-width: calc(100vw - 3.2rem);
`;

const shownFor = 10_000;

interface Properties {
  readonly text: string;
  /** Absent when there is nothing to undo. */
  readonly onUndo: (() => void) | undefined;
  /** Where one may want to go next. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Says what was done and lets one take it back; it stays while one is at it. */
export const UndoBar = ({ text, onUndo, children, onClose }: Properties) => {
  const t = useWords('scheduling');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const end = setTimeout(onClose, shownFor);
    return () => clearTimeout(end);
  }, [held]);
  return (
    <Bar
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {text}
      {children}
      {onUndo && (
        <Button variant="secondary" onClick={onUndo}>
          {t('undo')}
        </Button>
      )}
      <IconButton label={t('close')} variant="ghost" onClick={onClose}>
        <Cross />
      </IconButton>
    </Bar>
  );
};
