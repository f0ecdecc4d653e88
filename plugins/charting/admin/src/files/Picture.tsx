import { useWords } from '@enamel/access/admin';
import { Button, Modal } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { styled } from 'styled-components';
import type { PatientFile } from '../../../shared/files.ts';

const Frame = styled.div`
  display: grid;
  place-items: center;
  min-height: 20rem;
  img {
    max-width: 100%;
    max-height: 70vh;
    object-fit: contain;
  }
`;

export interface Shown {
  readonly file: PatientFile;
  readonly address: string;
}

interface Properties {
  readonly shown: Shown;
  readonly takeHome: () => void;
  readonly close: () => void;
}

/** One picture, as large as the window lets it be. */
export const Picture = ({ shown: { file, address }, takeHome, close }: Properties) => {
  const t = useWords('charting');
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{file.name}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Frame>
            <img src={address} alt={file.name} />
          </Frame>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('files.close')}
          </Button>
          <Button variant="secondary" startIcon={<Download aria-hidden />} onClick={takeHome}>
            {t('files.download')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
