import type { Chart } from '../../../shared/contracts.ts';
import { chartOf, type Treatment } from '../../../shared/index.ts';

/** Money plays no part in the picture. */
const unpriced = (chart: Chart): Treatment[] =>
  chart.treatments.map((treatment) => ({
    ...treatment,
    totalPrice: treatment.totalPrice ?? 0,
    discount: treatment.discount ?? 0,
  }));

/** The picture at an instant, folded here so that looking back needs no server. */
export const pictureOf = (chart: Chart, at: string | undefined) => {
  const years = at ? new Date(chart.today).getFullYear() - new Date(at).getFullYear() : 0;
  const age = chart.age === null ? undefined : Math.max(0, chart.age - years);
  return chartOf({ findings: chart.findings, treatments: unpriced(chart), age, at });
};

export const historyOf = (chart: Chart) => ({
  findings: chart.findings,
  treatments: unpriced(chart),
});
