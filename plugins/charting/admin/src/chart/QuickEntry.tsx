import { useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { type KeyboardEvent, useId } from 'react';
import { styled } from 'styled-components';
import {
  type FindingKind,
  findingKinds,
  needsTooth,
  type Procedure,
  procedures,
  type Surface,
} from '../../../shared/index.ts';
import { useChartWords } from './use-words.ts';

const Group = styled.div`
  display: grid;
  gap: 0.8rem;
`;

const Bar = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(8.4rem, 1fr));
  gap: 0.6rem;
`;

const Choice = styled.button<{ $tone: 'danger' | 'primary' }>`
  min-height: 3.6rem;
  padding: 0.6rem 0.7rem;
  overflow-wrap: anywhere;
  border-radius: 0.8rem;
  border: 1px solid ${({ theme, $tone }) => theme.colors[`${$tone}200`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  color: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  font-size: 1.25rem;
  font-weight: 500;
  text-align: start;
  cursor: pointer;
  &:hover:not(:disabled),
  &:focus-visible {
    outline: 2px solid ${({ theme, $tone }) => theme.colors[`${$tone}600`]};
    outline-offset: 1px;
  }
  &:disabled {
    cursor: not-allowed;
    color: ${({ theme }) => theme.colors.neutral500};
    background: ${({ theme }) => theme.colors.neutral100};
    border-color: ${({ theme }) => theme.colors.neutral150};
  }
`;

/** Arrows walk the buttons of a bar; Tab goes on to the next one. */
const walkBar = (event: KeyboardEvent<HTMLDivElement>) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [
    ...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'),
  ];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
};

interface Properties {
  readonly tooth: string | undefined;
  readonly surfaces: readonly Surface[];
  readonly onFinding: (kind: FindingKind) => void;
  readonly onProcedure: (procedure: Procedure) => void;
}

export const QuickEntry = ({ tooth, surfaces, onFinding, onProcedure }: Properties) => {
  const t = useWords('charting');
  const words = useChartWords();
  const found = useId();
  const done = useId();
  const offered = procedures.filter((procedure) => (tooth ? true : !needsTooth(procedure)));
  return (
    <>
      {tooth && (
        <Group>
          <Typography variant="sigma" tag="h3" id={found} textColor="neutral600">
            {t('entry.found')}
          </Typography>
          <Bar role="toolbar" aria-labelledby={found} data-entry onKeyDown={walkBar}>
            {findingKinds.map((kind, i) => (
              <Choice
                key={kind}
                type="button"
                $tone="danger"
                tabIndex={i === 0 ? 0 : -1}
                onClick={() => onFinding(kind)}
              >
                {words.findings[kind]}
              </Choice>
            ))}
          </Bar>
        </Group>
      )}
      <Group>
        <Typography variant="sigma" tag="h3" id={done} textColor="neutral600">
          {t('entry.do')}
        </Typography>
        <Bar role="toolbar" aria-labelledby={done} onKeyDown={walkBar}>
          {offered.map((procedure, i) => {
            const waiting = procedure === 'filling' && surfaces.length === 0;
            return (
              <Choice
                key={procedure}
                type="button"
                $tone="primary"
                disabled={waiting}
                title={waiting ? t('entry.surfaces') : undefined}
                tabIndex={i === (tooth && surfaces.length === 0 ? 1 : 0) ? 0 : -1}
                onClick={() => onProcedure(procedure)}
              >
                {words.procedures[procedure]}
              </Choice>
            );
          })}
        </Bar>
      </Group>
    </>
  );
};
