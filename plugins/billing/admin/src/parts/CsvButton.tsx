import { useIntl, useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

/** Takes the filtered list home as a table. */
export const CsvButton = ({ query, disabled }: { query: string; disabled: boolean }) => {
  const t = useWords('billing');
  const { locale } = useIntl();
  const { get } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { data } = await get<Blob>(`/billing/invoices/csv?${query}`, {
        params: { language: locale === 'ro' ? 'ro' : 'en' },
        responseType: 'blob',
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data);
      link.download = `${t('csv.file')}.csv`;
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
