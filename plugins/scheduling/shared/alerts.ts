/** What everyone who treats a patient must know. */
export interface Alert {
  readonly kind: 'allergy' | 'medication' | 'condition' | 'other';
  readonly text: string;
  readonly severity: 'high' | 'low';
}
