import { EmptyState, type PatientTabProps, useWords } from '../kit/index.ts';
import { VisitList } from './VisitList.tsx';

export const VisitsTab = ({ patient }: PatientTabProps) => {
  const t = useWords('access');
  if (patient.visits.length === 0)
    return <EmptyState title={t('visits.none')} hint={t('visits.none.hint')} />;
  return <VisitList visits={patient.visits} />;
};
