import { localDate, useWords } from '@enamel/access/admin';
import { Button, Flex } from '@strapi/design-system';
import type { Chart, PricedTreatment } from '../../../shared/contracts.ts';
import {
  movesFrom,
  type TreatmentStatus,
  writeSurfaces,
  writeTooth,
} from '../../../shared/index.ts';
import type { ChartWork } from './use-chart.ts';
import { useChartWords } from './use-words.ts';

interface Properties {
  readonly work: ChartWork;
  readonly chart: Chart;
  readonly treatment: PricedTreatment;
  readonly onDone: (message: string) => void;
}

/** What can be done next with a treatment. The likeliest step stands first. */
export const TreatmentActions = ({ work, chart, treatment, onDone }: Properties) => {
  const t = useWords('charting');
  const words = useChartWords();
  const { documentId, status, completedAt, invoice, tooth } = treatment;
  const what = [
    words.procedures[treatment.procedure],
    tooth && writeTooth(tooth, chart.notation),
    writeSurfaces(treatment.surfaces),
  ]
    .filter(Boolean)
    .join(' ');
  const order: readonly TreatmentStatus[] = [
    'completed',
    'in-progress',
    'planned',
    'referred',
    'inactive',
  ];
  const moves = order.filter((to) => movesFrom(status).includes(to));
  const today =
    completedAt !== null && localDate(new Date(completedAt), chart.zone) === chart.today;
  const act = async (done: Promise<boolean>, message: string) => {
    if (await done) onDone(message);
  };
  return (
    <Flex gap={1} wrap="wrap">
      {moves.map((to) => (
        <Button
          key={to}
          size="S"
          variant={to === 'completed' ? 'secondary' : 'tertiary'}
          disabled={work.saving}
          aria-label={`${t(`move.${to}`)}: ${what}`}
          onClick={() =>
            void act(
              work.move(documentId, to),
              t('said.moved', { what, state: words.statuses[to] }),
            )
          }
        >
          {t(`move.${to}`)}
        </Button>
      ))}
      {status === 'completed' && today && !invoice && (
        <Button
          size="S"
          variant="tertiary"
          disabled={work.saving}
          aria-label={`${t('undo')}: ${what}`}
          onClick={() => void act(work.undo(documentId), t('said.undone', { what }))}
        >
          {t('undo')}
        </Button>
      )}
    </Flex>
  );
};
