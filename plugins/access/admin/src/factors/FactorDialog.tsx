import { Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../kit/translations.ts';

interface Properties {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

export const FactorDialog = ({ title, close, children }: Properties) => {
  const t = useWords('staff');
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('cancel')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
