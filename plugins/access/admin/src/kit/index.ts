/** The panel kit: what every plugin's pages share. Import it as `@enamel/access/admin`. */
export type { ClinicProfile } from '../../../shared/clinic.ts';
export type { PatientAlert, PatientSummary, PatientVisit } from '../../../shared/patients.ts';
export { AlertList } from './AlertList.tsx';
export { useAct } from './act.ts';
export { newAttemptKey, useAttemptKey } from './attempt-key.ts';
export { CsvButton } from './CsvButton.tsx';
export { clinicProfile, useClinic } from './clinic.ts';
export { ageOn, type Formats, localDate } from './create-formats.ts';
export { DataTable, folded, OpeningRow } from './DataTable.tsx';
export { EmptyState } from './EmptyState.tsx';
export { FilterBar, FilterDay, FilterSearch, FilterSelect } from './FilterBar.tsx';
export { type Filters, useFilters } from './filters.ts';
export { useFormats } from './formats.ts';
export { useIntl } from './intl.ts';
export { ListPage } from './ListPage.tsx';
export { type Loaded, useLoaded } from './loading.ts';
export { addPatientTab, type PatientTab, type PatientTabProps } from './patient-tabs.ts';
export { useMay } from './permissions.ts';
export {
  type Problem,
  ProblemMessage,
  problemOf,
  useNotifyProblem,
  useProblemText,
} from './problems.tsx';
export { ReasonDialog } from './ReasonDialog.tsx';
export { Skeleton } from './Skeleton.tsx';
export { type Looks, StateBadge } from './StateBadge.tsx';
export { registerTrads, type Translate, useWords } from './translations.ts';
export { VisitState } from './VisitState.tsx';
