import {
  EmptyState,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useWords,
} from '@enamel/access/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { useState } from 'react';
import { TreatmentTable } from './TreatmentTable.tsx';
import { useChart } from './use-chart.ts';

export const TreatmentsTab = ({ patient }: PatientTabProps) => {
  const t = useWords('charting');
  const work = useChart(patient.documentId);
  const [said, setSaid] = useState('');
  if (work.state === 'failed')
    return <ProblemMessage error={work.error} retry={() => void work.reload()} />;
  if (!work.chart) return <Skeleton lines={8} />;
  if (work.chart.treatments.length === 0)
    return <EmptyState title={t('table.empty')} hint={t('table.empty.hint')} />;
  return (
    <>
      <TreatmentTable work={work} chart={work.chart} onDone={setSaid} />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
};
