import { Field, TextInput } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../kit/translations.ts';

const Toggle = styled.button`
  display: grid;
  place-items: center;
  width: 3.2rem;
  height: 3.2rem;
  border-radius: 4px;
  color: ${({ theme }) => theme.colors.neutral600};
  background: none;
  cursor: pointer;

  path {
    fill: currentColor;
  }
`;

interface Properties {
  readonly label: string;
  readonly name?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A password, shown when its owner wants to see it; pasting is as good as typing. */
export const PasswordField = ({ name = 'password', ...properties }: Properties) => {
  const { label, value, onChange, autoComplete, hint, error } = properties;
  const t = useWords('entry');
  const [seen, setSeen] = useState(false);
  return (
    <Field.Root name={name} required error={error ?? false} hint={hint ?? ''}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        name={name}
        type={seen ? 'text' : 'password'}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
        endAction={
          <Toggle
            type="button"
            aria-pressed={seen}
            aria-label={t('password.show')}
            onClick={() => setSeen(!seen)}
          >
            {seen ? <EyeStriked aria-hidden /> : <Eye aria-hidden />}
          </Toggle>
        }
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
