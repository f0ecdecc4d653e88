import { DataTable, folded, useFormats, useWords } from '@enamel/access/admin';
import { styled } from 'styled-components';
import type { PatientFile } from '../../../shared/files.ts';
import { RemoveFile } from './RemoveFile.tsx';
import { type FileWork, useSize } from './use-files.ts';

const Table = styled(DataTable)`
  tbody th {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  th button {
    padding: 0.8rem 0;
    border: 0;
    background: none;
    color: ${({ theme }) => theme.colors.primary700};
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  th button:hover {
    text-decoration: underline;
  }
  @media (max-width: 48rem) {
    ${folded}
    th {
      grid-column: 1 / -1;
    }
    .date {
      grid-column: 1;
    }
    .by {
      grid-column: 1;
    }
    .act {
      grid-area: 3 / 2 / span 2;
    }
  }
`;

interface Properties {
  readonly files: readonly PatientFile[];
  readonly work: FileWork;
  readonly open: (file: PatientFile) => void;
}

/** Each file under its name, which opens it; the latest first. */
export const FileTable = ({ files, work, open }: Properties) => {
  const t = useWords('charting');
  const { moment } = useFormats();
  const size = useSize();
  return (
    <Table
      caption={t('tab.files')}
      columns={[
        t('files.name'),
        t('files.category'),
        { label: t('files.size'), className: 'amount' },
        t('files.added'),
        t('files.by'),
        ...(work.removes ? [{ label: t('files.acts'), hidden: true }] : []),
      ]}
    >
      {files.map((file) => (
        <tr key={file.documentId}>
          <th scope="row">
            <button type="button" onClick={() => open(file)}>
              {file.name}
            </button>
          </th>
          <td>{t(`files.category.${file.category}`)}</td>
          <td className="amount quiet">{size(file.bytes)}</td>
          <td className="date">{moment(file.addedAt)}</td>
          <td className="by">{file.addedBy}</td>
          {work.removes && (
            <td className="amount act">
              <RemoveFile file={file} remove={() => work.remove(file)} />
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
};
