import type { ComponentType } from 'react';
import type { PatientSummary } from '../../../shared/patients.ts';

export interface PatientTabProps {
  readonly patient: PatientSummary;
}

export interface PatientTab {
  /** Also the last part of its address: `/plugins/access/patients/:documentId/<id>`. */
  readonly id: string;
  readonly label: { readonly id: string; readonly defaultMessage: string };
  /** Left to right: summary 0, chart 10, plan 20, forms 30, visits 40, ledger 50, trail 90. */
  readonly order: number;
  /** Permission action without which the tab is not there. */
  readonly permission: string;
  readonly Component: ComponentType<PatientTabProps>;
}

const tabs = new Map<string, PatientTab>();

/** Adds a tab to the patient page. Call it in a plugin's `register` or `bootstrap`. */
export const addPatientTab = (_app: unknown, tab: PatientTab): void => {
  tabs.set(tab.id, tab);
};

export const patientTabs = (): PatientTab[] => [...tabs.values()].sort((a, b) => a.order - b.order);
