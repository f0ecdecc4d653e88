import { useLoaded, useMay } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { Chart, ChartChange, PricedTreatment } from '../../../shared/contracts.ts';
import type { Finding, FindingKind, Surface, TreatmentStatus } from '../../../shared/index.ts';
import { useChartProblem } from './use-words.ts';

export interface Plan {
  readonly procedure: string;
  readonly tooth: string | null;
  readonly surfaces: string;
  readonly status: TreatmentStatus;
  readonly totalPrice?: number;
  readonly discount?: number;
  readonly appointmentType?: string;
  readonly notes?: string;
}

const provisional = 'not-saved-yet';

/** The chart of a patient and what can be done to it. A change shows at once and is taken back when it is refused. */
export const useChart = (patient: string) => {
  const { get, post } = useFetchClient();
  const may = useMay();
  const tellProblem = useChartProblem();
  const root = `/charting/patients/${patient}`;
  const load = useCallback(
    async () => (await get<{ data: Chart }>(`${root}/chart`)).data.data,
    [get, root],
  );
  const loaded = useLoaded(load);
  const [chart, setChart] = useState<Chart>();
  const [saving, setSaving] = useState(false);
  const data = loaded.state === 'ready' ? loaded.data : undefined;
  useEffect(() => setChart(data), [data]);

  /** @returns whether it was written. */
  const change = async (path: string, body: unknown, shown?: (chart: Chart) => Chart) => {
    const before = chart;
    setSaving(true);
    if (shown && before) setChart(shown(before));
    try {
      const { data: answer } = await post<{ data: ChartChange }>(`${root}${path}`, body);
      setChart(answer.data.chart);
      return true;
    } catch (error) {
      setChart(before);
      tellProblem(error);
      return false;
    } finally {
      setSaving(false);
    }
  };

  const record = (tooth: string, surfaces: readonly Surface[], kind: FindingKind) =>
    change('/findings', { tooth, surfaces: surfaces.join(''), kind }, (now) => {
      const finding: Finding = {
        documentId: provisional,
        tooth,
        surfaces,
        kind,
        notes: null,
        foundAt: new Date().toISOString(),
        resolvedAt: null,
        supersededBy: null,
        practitioner: null,
      };
      return { ...now, findings: [...now.findings, finding] };
    });

  const resolve = (documentId: string) =>
    change(`/findings/${documentId}/resolve`, {}, (now) => ({
      ...now,
      findings: now.findings.map((finding) =>
        finding.documentId === documentId
          ? { ...finding, resolvedAt: new Date().toISOString() }
          : finding,
      ),
    }));

  const move = (documentId: string, to: TreatmentStatus) =>
    change(`/treatments/${documentId}/status`, { to }, (now) => ({
      ...now,
      treatments: now.treatments.map(
        (treatment): PricedTreatment =>
          treatment.documentId === documentId
            ? {
                ...treatment,
                status: to,
                completedAt: to === 'completed' ? new Date().toISOString() : null,
              }
            : treatment,
      ),
    }));

  return {
    state: loaded.state,
    error: loaded.state === 'failed' ? loaded.error : undefined,
    reload: loaded.reload,
    chart,
    saving,
    writes: may('plugin::charting.chart.write'),
    record,
    resolve,
    move,
    plan: (plan: Plan) => change('/treatments', plan),
    undo: (documentId: string) => change(`/treatments/${documentId}/undo`, {}),
  };
};

export type ChartWork = ReturnType<typeof useChart>;
