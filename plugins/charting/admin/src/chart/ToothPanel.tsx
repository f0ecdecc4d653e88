import { useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { Chart } from '../../../shared/contracts.ts';
import {
  type FindingKind,
  type Notation,
  type Procedure,
  type Surface,
  type ToothState,
  toothOf,
  writeTooth,
  zoneOfFinding,
  zoneOfProcedure,
} from '../../../shared/index.ts';
import { ToothFields } from '../../../shared/odontogram/index.ts';
import { ChartLook } from './ChartLook.tsx';
import { EntryList } from './EntryList.tsx';
import { PlanForm } from './PlanForm.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import type { ChartWork } from './use-chart.ts';
import { useChartWords } from './use-words.ts';

const Panel = styled.aside`
  display: grid;
  gap: 2rem;
  padding: 2rem;
  border-radius: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Head = styled.div`
  display: flex;
  justify-content: space-between;
  gap: 1.6rem;
  & > div:first-child {
    display: grid;
    gap: 0.4rem;
    align-content: start;
  }
`;

interface Properties {
  readonly work: ChartWork;
  readonly chart: Chart;
  readonly at: string | undefined;
  readonly state: ToothState | undefined;
  /** Tooth and surfaces as the clinic writes them: `46 MO`. */
  readonly named: string;
  readonly notation: Notation;
  readonly surfaces: readonly Surface[];
  readonly writes: boolean;
  readonly onSurface: (surface: Surface) => void;
  readonly onDone: (message: string) => void;
}

const takesSurfaces = (zone: string) => zone === 'surfaces' || zone === 'tooth';

/** The tooth in hand, or the whole mouth: what to record, and what is recorded. */
export const ToothPanel = (properties: Properties) => {
  const { work, chart, state, named, notation, surfaces, writes, onSurface, onDone } = properties;
  const t = useWords('charting');
  const words = useChartWords();
  const [planning, setPlanning] = useState<Procedure>();
  const tooth = state?.tooth;

  const record = async (kind: FindingKind) => {
    if (!tooth) return;
    const chosen = takesSurfaces(zoneOfFinding(kind)) ? surfaces : [];
    if (await work.record(tooth, chosen, kind))
      onDone(t('said.recorded', { what: words.findings[kind], where: named }));
  };

  return (
    <Panel aria-label={tooth ? t('panel.tooth', { tooth: named }) : t('panel.mouth')}>
      <Head>
        <div>
          <Typography variant="beta" tag="h2">
            {tooth ? writeTooth(tooth, notation) : t('mouth')}
          </Typography>
          <Typography textColor="neutral600">
            {tooth ? words.tooth(toothOf(tooth)) : t('mouth.hint')}
          </Typography>
          {surfaces.length > 0 && (
            <Typography fontWeight="semiBold">
              {surfaces.map((surface) => words.surfaces[surface]).join(', ')}
            </Typography>
          )}
        </div>
        {state && state.presence !== 'missing' && (
          <ChartLook>
            <ToothFields state={state} words={words} selected={surfaces} onSurface={onSurface} />
          </ChartLook>
        )}
      </Head>
      {writes && !planning && (
        <QuickEntry
          tooth={tooth}
          surfaces={surfaces}
          onFinding={(kind) => void record(kind)}
          onProcedure={setPlanning}
        />
      )}
      {writes && planning && (
        <PlanForm
          chart={chart}
          procedure={planning}
          where={named}
          onCancel={() => {
            setPlanning(undefined);
            onDone('');
          }}
          onPlan={async (plan) => {
            const written = await work.plan({
              ...plan,
              procedure: planning,
              tooth: tooth ?? null,
              surfaces: takesSurfaces(zoneOfProcedure(planning)) ? surfaces.join('') : '',
            });
            if (!written) return;
            setPlanning(undefined);
            onDone(t('said.planned', { what: words.procedures[planning], where: named }));
          }}
        />
      )}
      <EntryList
        work={work}
        chart={chart}
        at={properties.at}
        tooth={tooth ?? null}
        writes={writes}
        onDone={onDone}
      />
    </Panel>
  );
};
