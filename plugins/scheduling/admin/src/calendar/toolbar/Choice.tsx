import { styled } from 'styled-components';

const Group = styled.fieldset`
  margin: 0;
  padding: 0;
  min-width: 0;
  display: inline-flex;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 6px;
  overflow: hidden;
  legend {
    position: absolute;
    clip-path: inset(50%);
  }
  button {
    padding: 0.8rem 1.4rem;
    min-height: 3.2rem;
    font-size: 1.3rem;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral700};
    border: none;
    cursor: pointer;
  }
  button + button {
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  button[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  @media (max-width: 48rem) {
    button {
      padding-inline: 1rem;
    }
  }
`;

interface Properties<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly say: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

/** A few exclusive choices side by side. */
export const Choice = <Value extends string>(properties: Properties<Value>) => {
  const { label, value, values, say, onChoose } = properties;
  return (
    <Group>
      <legend>{label}</legend>
      {values.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChoose(one)}>
          {say(one)}
        </button>
      ))}
    </Group>
  );
};
