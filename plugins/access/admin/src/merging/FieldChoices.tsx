import { styled } from 'styled-components';
import type { MergeField, MergePreview, MergeSide } from '../../../shared/merging.ts';
import { useFormats, useWords } from '../kit/index.ts';

const Table = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  th,
  td {
    text-align: start;
    padding: 1.2rem 1.6rem;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th small {
    display: block;
    font-weight: 400;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody > tr > * {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tbody th {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody small {
    max-width: 36ch;
    color: ${({ theme }) => theme.colors.danger700};
  }
  label {
    display: flex;
    gap: 0.8rem;
    align-items: baseline;
    min-height: 2.4rem;
    cursor: pointer;
    white-space: pre-line;
  }
  input {
    flex: none;
    width: 1.6rem;
    height: 1.6rem;
    accent-color: ${({ theme }) => theme.colors.primary600};
    transform: translateY(0.2rem);
  }
  @media (max-width: 46rem) {
    th,
    td {
      padding: 1rem;
    }
    tbody tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    thead tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    thead th:first-child {
      display: none;
    }
    tbody th {
      grid-column: 1 / -1;
      padding-block-end: 0;
    }
    tbody td {
      border: 0;
    }
  }
`;

const Head = ({ side, kept }: { side: MergeSide; kept: boolean }) => {
  const t = useWords('merging');
  const { date } = useFormats();
  return (
    <th scope="col">
      {side.lastName} {side.firstName}
      <small>
        {t(kept ? 'kept' : 'joined')} · {t('visits', { visits: side.visits })} ·{' '}
        {t('since', { date: date(side.since) })}
      </small>
    </th>
  );
};

interface Properties {
  readonly preview: MergePreview;
  readonly choices: Readonly<Record<string, string>>;
  readonly onChoose: (name: string, choice: string) => void;
}

export const FieldChoices = ({ preview, choices, onChoose }: Properties) => {
  const t = useWords('merging');
  const { plainDate } = useFormats();
  const { winner, loser, fields } = preview;
  const shown = ({ type, hidden, ...field }: MergeField, side: 'winner' | 'loser'): string => {
    if (hidden) return t(`hidden.${side}`);
    const value = field[side];
    if (value === null || value === undefined || value === '') return t('nothing');
    if (type === 'boolean') return t(value ? 'yes' : 'no');
    if (type === 'date') return plainDate(String(value));
    const key = `value.${String(value)}`;
    const known = type === 'enumeration' ? t(key) : key;
    return known === key ? String(value) : known;
  };
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('fact')}</th>
          <Head side={winner} kept />
          <Head side={loser} kept={false} />
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const name = t(`field.${field.name}`);
          const chosen = choices[field.name] ?? field.usual;
          const option = (choice: string, text: string) => (
            <label>
              <input
                type="radio"
                name={field.name}
                value={choice}
                checked={chosen === choice}
                aria-label={`${name}: ${text}`}
                onChange={() => onChoose(field.name, choice)}
              />
              <span>{text}</span>
            </label>
          );
          return (
            <tr key={field.name}>
              <th scope="row">
                {name === `field.${field.name}` ? field.name : name}
                {field.doubt && <small>{t(`doubt.${field.doubt}`)}</small>}
              </th>
              <td>
                {option('winner', shown(field, 'winner'))}
                {field.choices.includes('both') && option('both', t('both'))}
              </td>
              <td>{option('loser', shown(field, 'loser'))}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
