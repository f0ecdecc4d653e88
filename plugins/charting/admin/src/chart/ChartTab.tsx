import { type PatientTabProps, ProblemMessage, Skeleton } from '@enamel/access/admin';
import { ChartRoom } from './ChartRoom.tsx';
import { useChart } from './use-chart.ts';

export const ChartTab = ({ patient }: PatientTabProps) => {
  const work = useChart(patient.documentId);
  if (work.state === 'failed')
    return <ProblemMessage error={work.error} retry={() => void work.reload()} />;
  if (!work.chart) return <Skeleton lines={8} />;
  return <ChartRoom work={work} chart={work.chart} />;
};
