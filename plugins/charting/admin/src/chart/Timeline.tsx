import { localDate, useFormats, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { useId, useMemo } from 'react';
import { styled } from 'styled-components';
import type { Chart } from '../../../shared/contracts.ts';
import { momentsOf } from '../../../shared/index.ts';
import { historyOf } from './picture.ts';

const Row = styled.div`
  display: grid;
  grid-template-columns: auto minmax(8rem, 1fr) auto auto;
  align-items: center;
  gap: 0.8rem 1.6rem;
  padding-block-start: 1.2rem;
  border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  input[type='range'] {
    width: 100%;
    min-height: 3.2rem;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  output {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @media (max-width: 40rem) {
    grid-template-columns: 1fr auto;
    input[type='range'] {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;

interface Properties {
  readonly chart: Chart;
  /** The instant shown; now when undefined. */
  readonly at: string | undefined;
  readonly onChange: (at: string | undefined) => void;
}

/** Looks back: one stop for each day on which the chart changed, the last one is now. */
export const Timeline = ({ chart, at, onChange }: Properties) => {
  const t = useWords('charting');
  const { date } = useFormats();
  const id = useId();
  const stops = useMemo(() => {
    const { findings, treatments } = historyOf(chart);
    const byDay = new Map<string, string>();
    for (const moment of momentsOf(findings, treatments))
      byDay.set(localDate(new Date(moment), chart.zone), moment);
    byDay.delete(chart.today);
    return [...byDay.values()].filter((moment) => Date.parse(moment) <= Date.now());
  }, [chart]);
  if (stops.length === 0) return null;
  const index = at === undefined ? stops.length : stops.indexOf(at);
  const shown = at === undefined ? t('timeline.now') : date(at);
  return (
    <Row>
      <label htmlFor={id}>{t('timeline')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length}
        value={index}
        aria-valuetext={shown}
        onChange={(event) => onChange(stops[Number(event.target.value)])}
      />
      <output htmlFor={id}>{shown}</output>
      <Button
        variant="tertiary"
        size="S"
        disabled={at === undefined}
        onClick={() => onChange(undefined)}
      >
        {t('timeline.back')}
      </Button>
    </Row>
  );
};
