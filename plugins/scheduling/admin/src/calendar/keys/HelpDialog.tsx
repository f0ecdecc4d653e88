import { useWords } from '@enamel/access/admin';
import { Checkbox, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { appointmentStatuses } from '../../../../shared/statuses.ts';
import { alertStroke, strokes } from '../board/marks.ts';
import { everywhere, onVisit, type Shortcut, shownKeys } from './keys.ts';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: 8rem 1fr 8rem 1fr;
  gap: 0.8rem 1.2rem;
  align-items: center;
  margin-block: 1.2rem 2.4rem;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  div {
    display: contents;
  }
  dt {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
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
  svg {
    width: 1.8rem;
    height: 1.8rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .dotted,
  .hatched {
    display: block;
    width: 2.8rem;
    height: 1.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
  .dotted {
    background: radial-gradient(currentColor 1px, transparent 1.5px) 0 0 / 6px 6px;
  }
  .hatched {
    background: repeating-linear-gradient(
      135deg,
      ${({ theme }) => theme.colors.neutral300} 0 2px,
      transparent 2px 7px
    );
  }
  @media (max-width: 48rem) {
    grid-template-columns: 8rem 1fr;
  }
`;

interface Properties {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly onClose: () => void;
}

const Mark = ({ path }: { path: string }) => (
  <svg viewBox="0 0 16 16" aria-hidden>
    <path d={path} />
  </svg>
);

/** The keys of the calendar and the meaning of its marks. */
export const HelpDialog = ({ on, turn, onClose }: Properties) => {
  const t = useWords('scheduling');
  const list = (shortcuts: readonly Shortcut[], scope: string) => (
    <Keys>
      {shortcuts.map(({ name, keys }) => (
        <div key={name}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{shownKeys[key] ?? key}</kbd>
            ))}
          </dt>
          <dd>{t(`${scope}.${name}`)}</dd>
        </div>
      ))}
    </Keys>
  );
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('help')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {list(everywhere, 'key')}
          <Typography variant="delta" tag="h2">
            {t('keys.visit')}
          </Typography>
          {list(onVisit, 'visit-key')}
          <Typography variant="delta" tag="h2">
            {t('marks')}
          </Typography>
          <Keys>
            {appointmentStatuses.map((status) => (
              <div key={status}>
                <dt>
                  <Mark path={strokes[status]} />
                </dt>
                <dd>{t(`state.${status}`)}</dd>
              </div>
            ))}
            <div>
              <dt>
                <Mark path={alertStroke} />
              </dt>
              <dd>{t('mark.alert')}</dd>
            </div>
            <div>
              <dt>
                <span className="dotted" />
              </dt>
              <dd>{t('mark.dotted')}</dd>
            </div>
            <div>
              <dt>
                <span className="hatched" />
              </dt>
              <dd>{t('mark.hatched')}</dd>
            </div>
          </Keys>
          <Checkbox checked={on} onCheckedChange={(checked) => turn(checked === true)}>
            {t('keys.on')}
          </Checkbox>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
