import { useClinic, useWords } from '@enamel/access/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { styled } from 'styled-components';
import type { Chart } from '../../../shared/contracts.ts';
import { type Surface, writeSurfaces, writeTooth } from '../../../shared/index.ts';
import { Legend, Odontogram } from '../../../shared/odontogram/index.ts';
import { ChartLook } from './ChartLook.tsx';
import { pictureOf } from './picture.ts';
import { Timeline } from './Timeline.tsx';
import { ToothPanel } from './ToothPanel.tsx';
import type { ChartWork } from './use-chart.ts';
import { useChartWords } from './use-words.ts';

const Room = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 32rem;
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 80rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Card = styled.div`
  display: grid;
  gap: 1.6rem;
  padding: 1.6rem;
  border-radius: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Hint = styled.p`
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.3rem;
  line-height: 1.5;
  kbd {
    padding: 0 0.5rem;
    border-radius: 0.4rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    font: inherit;
    font-size: 1.2rem;
  }
`;

/** The chart, its timeline and, beside them, the tooth in hand. */
export const ChartRoom = ({ work, chart }: { work: ChartWork; chart: Chart }) => {
  const t = useWords('charting');
  const words = useChartWords();
  const { toothNotation } = useClinic();
  const notation = chart.notation ?? toothNotation;
  const [at, setAt] = useState<string>();
  const [tooth, setTooth] = useState<string>();
  const [surfaces, setSurfaces] = useState<readonly Surface[]>([]);
  const [said, setSaid] = useState('');
  const room = useRef<HTMLDivElement>(null);
  const teeth = useMemo(() => pictureOf(chart, at), [chart, at]);
  const state = teeth.find((each) => each.tooth === tooth);
  const writes = work.writes && at === undefined;

  const select = (next: string) => {
    if (next === tooth) return;
    setTooth(next);
    setSurfaces([]);
  };
  const toggle = (of: string, surface: Surface) => {
    const kept = of === tooth ? surfaces : [];
    const next = kept.includes(surface)
      ? kept.filter((each) => each !== surface)
      : [...kept, surface];
    setTooth(of);
    setSurfaces([...writeSurfaces(next)] as Surface[]);
  };
  const open = (next: string) => {
    // At once: the next key may follow before the next frame.
    flushSync(() => select(next));
    room.current?.querySelector<HTMLElement>('[data-entry] button')?.focus();
  };
  /** Says what was done and puts the keyboard back on the tooth. */
  const back = (message: string) => {
    setSaid(message);
    room.current?.querySelector<SVGGElement>(`[data-tooth="${tooth}"]`)?.focus();
  };
  const named = tooth ? `${writeTooth(tooth, notation)} ${writeSurfaces(surfaces)}`.trim() : '';

  return (
    <Room ref={room}>
      <Card>
        <ChartLook>
          <Odontogram
            teeth={teeth}
            notation={notation}
            words={words}
            selected={tooth}
            selectedSurfaces={surfaces}
            onSelect={select}
            onOpen={open}
            onSurface={toggle}
          />
          <Legend words={words} />
        </ChartLook>
        <Timeline chart={chart} at={at} onChange={setAt} />
        {writes && <Hint>{t('hint.keys')}</Hint>}
        <VisuallyHidden role="status">{said}</VisuallyHidden>
      </Card>
      <ToothPanel
        key={tooth ?? 'mouth'}
        work={work}
        chart={chart}
        at={at}
        state={state}
        named={named}
        notation={notation}
        surfaces={surfaces}
        writes={writes}
        onSurface={(surface) => tooth && toggle(tooth, surface)}
        onDone={back}
      />
    </Room>
  );
};
