import { useWords } from '@enamel/access/admin';
import { Checkbox, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0.8rem 2rem;
  align-items: center;
  margin-block-end: 2rem;
  kbd {
    display: inline-block;
    min-width: 2.8rem;
    padding: 0.4rem 0.8rem;
    text-align: center;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    border-block-end-width: 2px;
    border-radius: 4px;
    font-size: 1.3rem;
  }
`;

const keys = ['t', '←', '→', 'd', 'w', 'c', 'b', 'u', '?'] as const;

interface Properties {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly onClose: () => void;
}

export const HelpDialog = ({ on, turn, onClose }: Properties) => {
  const t = useWords('scheduling');
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('help')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Keys>
            {keys.map((key) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>
                  <Typography>{t(`key.${key}`)}</Typography>
                </dd>
              </div>
            ))}
          </Keys>
          <Checkbox checked={on} onCheckedChange={(checked) => turn(checked === true)}>
            {t('keys.on')}
          </Checkbox>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
