import { useWords } from '@enamel/access/admin';
import { Button, IconButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect } from 'react';
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
  readonly onClose: () => void;
}

/** Says what was done and lets one take it back. */
export const UndoBar = ({ text, onUndo, onClose }: Properties) => {
  const t = useWords('scheduling');
  useEffect(() => {
    const end = setTimeout(onClose, shownFor);
    return () => clearTimeout(end);
  }, []);
  return (
    <Bar role="status">
      {text}
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
