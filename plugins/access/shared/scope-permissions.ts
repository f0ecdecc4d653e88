/** Permissions of the panel around what staff may know of patients. */
export const scopePermissions = {
  /** Open a record out of one's scope in an emergency. */
  open: 'plugin::access.records.open',
  /** See who did so, and hear of it at once. */
  watch: 'plugin::access.records.watch',
  /** Answer colleagues who ask for a place. */
  decide: 'plugin::access.places.decide',
  /** Say who works where. */
  assign: 'plugin::access.places.assign',
} as const;
