import { useFormats, useWords } from '@enamel/access/admin';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Kin } from '../../../../shared/series.ts';
import type { Sheet } from '../board/blocks.ts';
import { VisitLines } from '../book/VisitLines.tsx';
import { useWhen } from '../useWhen.ts';
import { countOf, reachOf, type Scope, scopesOf } from './kin.ts';

interface Properties {
  readonly label: string;
  readonly kin: Kin;
  readonly scope: Scope;
  readonly sheet: Sheet;
  readonly onChange: (scope: Scope) => void;
}

/** How far a change reaches, and which visits that are; nothing for a visit that stands alone. */
export const ScopeField = ({ label, kin, scope, sheet, onChange }: Properties) => {
  const t = useWords('scheduling');
  const { time } = useFormats();
  const when = useWhen(sheet);
  const scopes = scopesOf(kin);
  if (scopes.length < 2) return null;
  return (
    <>
      <Field.Root name="scope">
        <Field.Label>{label}</Field.Label>
        <SingleSelect value={scope} onChange={(value) => onChange(value as Scope)}>
          {scopes.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {t(`scope.${each}`, { count: countOf(kin, each) })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <VisitLines
        lines={reachOf(kin, scope).map(({ documentId, start, end, name }) => ({
          key: documentId,
          when: `${when(start)}–${time(end, sheet.zone)}`,
          text: name,
        }))}
      />
    </>
  );
};
