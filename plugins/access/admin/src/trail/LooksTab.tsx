import type { PatientTabProps } from '../kit/index.ts';
import { TrailList } from './TrailList.tsx';

/** Who looked at this record and who changed it. */
export const LooksTab = ({ patient }: PatientTabProps) => (
  <TrailList
    query={new URLSearchParams({ patient: patient.documentId }).toString()}
    about={false}
  />
);
