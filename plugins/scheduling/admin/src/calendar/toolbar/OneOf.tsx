import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Properties {
  readonly label: string;
  /** How all of them are called; absent where one must be chosen. */
  readonly all: string | undefined;
  /** Empty is all. */
  readonly value: string;
  readonly options: readonly { readonly documentId: string; readonly name: string }[];
  readonly onChoose: (value: string) => void;
}

const everything = 'all';

/** A small filter: one of some, or all. */
export const OneOf = ({ label, all, value, options, onChoose }: Properties) => (
  <SingleSelect
    aria-label={label}
    size="S"
    value={value || everything}
    onChange={(chosen) => onChoose(chosen === everything ? '' : String(chosen))}
  >
    {all && <SingleSelectOption value={everything}>{all}</SingleSelectOption>}
    {options.map(({ documentId, name }) => (
      <SingleSelectOption key={documentId} value={documentId}>
        {name.trim()}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
