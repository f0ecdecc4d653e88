import { useFormats, useWords } from '@enamel/access/admin';
import { Field, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { styled } from 'styled-components';
import type { PatientMatch } from '../../../../shared/calendar.ts';
import { useDesk } from '../desk.ts';

const Matches = styled.div`
  display: grid;
  max-height: 22rem;
  overflow: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  margin-block-start: 0.4rem;
  [role='option'] {
    padding: 0.8rem 1.2rem;
    font-size: 1.4rem;
    cursor: pointer;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.25rem;
  }
  [role='option'][aria-selected='true'],
  [role='option']:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

interface Properties {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onPick: (patient: PatientMatch) => void;
  readonly error?: string | undefined;
}

/** Finds a patient while one types: name, phone, e-mail or birth date. */
export const PatientPicker = ({ typed, onType, onPick, error }: Properties) => {
  const t = useWords('scheduling');
  const { plainDate } = useFormats();
  const desk = useDesk();
  const list = useId();
  const [matches, setMatches] = useState<readonly PatientMatch[]>();
  const [at, setAt] = useState(0);

  useEffect(() => {
    setMatches(undefined);
    if (typed.trim().length < 2) return;
    let wanted = true;
    const pause = setTimeout(
      () =>
        desk.patients(typed.trim()).then(
          (found) => {
            if (!wanted) return;
            setMatches(found);
            setAt(0);
          },
          () => wanted && setMatches([]),
        ),
      180,
    );
    return () => {
      wanted = false;
      clearTimeout(pause);
    };
  }, [typed, desk]);

  const keys = (event: KeyboardEvent) => {
    if (!matches?.length) return;
    if (event.key === 'ArrowDown') setAt((at + 1) % matches.length);
    else if (event.key === 'ArrowUp') setAt((at + matches.length - 1) % matches.length);
    else if (event.key === 'Enter') {
      const match = matches[at];
      if (match) onPick(match);
    } else return;
    event.preventDefault();
  };

  return (
    <Field.Root name="patient" error={error ?? false} required>
      <Field.Label>{t('patient')}</Field.Label>
      <Field.Input
        role="combobox"
        autoComplete="off"
        aria-expanded={Boolean(matches?.length)}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={matches?.length ? `${list}-${at}` : undefined}
        placeholder={t('patient.search')}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <Field.Error />
      {matches && matches.length > 0 && (
        <Matches id={list} role="listbox" aria-label={t('patient.matches')}>
          {matches.map((match, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys of the whole list.
            <div
              key={match.documentId}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => onPick(match)}
            >
              {match.name}{' '}
              {match.alerts > 0 && (
                <WarningCircle
                  width="12"
                  height="12"
                  aria-label={t('alerts', { count: match.alerts })}
                />
              )}
              <br />
              <small>
                {[match.dateOfBirth && plainDate(match.dateOfBirth), match.phone, match.email]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
          ))}
        </Matches>
      )}
      {matches?.length === 0 && (
        <Typography variant="pi" textColor="neutral600" role="status">
          {t('patient.none')}
        </Typography>
      )}
    </Field.Root>
  );
};
