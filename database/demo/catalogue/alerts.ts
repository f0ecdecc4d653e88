export const alerts = [
  { kind: 'allergy', text: 'Penicillin allergy', severity: 'high' },
  { kind: 'allergy', text: 'Latex allergy', severity: 'high' },
  { kind: 'allergy', text: 'Allergy to local anaesthetics with adrenaline', severity: 'high' },
  { kind: 'medication', text: 'Takes anticoagulants', severity: 'high' },
  { kind: 'medication', text: 'Takes bisphosphonates', severity: 'high' },
  { kind: 'condition', text: 'Type 2 diabetes', severity: 'low' },
  { kind: 'condition', text: 'High blood pressure', severity: 'low' },
  { kind: 'condition', text: 'Pacemaker', severity: 'high' },
  { kind: 'condition', text: 'Pregnant', severity: 'high' },
  { kind: 'other', text: 'Afraid of dental treatment: take time', severity: 'low' },
] as const;
