import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from './intl.ts';
import { useNotifyProblem } from './problems.tsx';

interface Properties {
  /** The route that answers the table, filters in its query. It is told the panel's `language`. */
  readonly path: string;
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly disabled: boolean;
}

/** Takes the filtered list home as a table. */
export const CsvButton = ({ path, file, disabled }: Properties) => {
  const { locale } = useIntl();
  const { get } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      // The panel's client would put a second `?` before params of its own.
      const language = `${path.includes('?') ? '&' : '?'}language=${locale === 'ro' ? 'ro' : 'en'}`;
      const { data } = await get<Blob>(`${path}${language}`, { responseType: 'blob' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data);
      link.download = `${file}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="secondary"
      startIcon={<Download aria-hidden />}
      loading={busy}
      disabled={disabled}
      onClick={() => void download()}
    >
      CSV
    </Button>
  );
};
