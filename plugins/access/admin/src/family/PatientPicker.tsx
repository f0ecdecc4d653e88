import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Relative } from '../../../shared/family.ts';
import type { PatientList } from '../../../shared/patients.ts';
import { useFormats, useWords } from '../kit/index.ts';

interface Properties {
  readonly label: string;
  /** Not offered. */
  readonly except: string;
  readonly chosen: Relative | null;
  readonly onChoose: (patient: Relative | null) => void;
}

const pause = 200;

/** Finds a patient while one types, by the one search. */
export const PatientPicker = ({ label, except, chosen, onChoose }: Properties) => {
  const t = useWords('family');
  const { get } = useFetchClient();
  const { plainDate } = useFormats();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Relative[]>(chosen ? [chosen] : []);
  const [loading, setLoading] = useState(false);
  useEffect(() => {
    if (typed.trim().length < 2) return;
    let wanted = true;
    const wait = setTimeout(async () => {
      setLoading(true);
      try {
        const { data } = await get<PatientList>(
          `/access/patients?${new URLSearchParams({ q: typed })}`,
        );
        if (wanted) setFound(data.data.filter(({ documentId }) => documentId !== except));
      } finally {
        if (wanted) setLoading(false);
      }
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(wait);
    };
  }, [typed, except, get]);
  const nameOf = ({ firstName, lastName, dateOfBirth }: Relative) =>
    `${lastName} ${firstName}${dateOfBirth ? ` · ${plainDate(dateOfBirth)}` : ''}`;
  return (
    <Field.Root name="relative" required>
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={chosen?.documentId ?? ''}
        placeholder={t('who.placeholder')}
        autocomplete="none"
        filterValue=""
        loading={loading}
        loadingMessage={t('searching')}
        noOptionsMessage={() => t('nobody')}
        clearLabel={t('clear')}
        onClear={() => onChoose(null)}
        onChange={(id) => onChoose(found.find(({ documentId }) => documentId === id) ?? null)}
        onInputChange={(event) => setTyped(event.currentTarget.value)}
      >
        {found.map((patient) => (
          <ComboboxOption
            key={patient.documentId}
            value={patient.documentId}
            textValue={nameOf(patient)}
          >
            {nameOf(patient)}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
