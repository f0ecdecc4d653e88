/** Records as the choices of a filter. */
export const optionsOf = (
  list: readonly { readonly documentId: string; readonly name: string }[],
) => list.map(({ documentId, name }) => ({ value: documentId, label: name }));
