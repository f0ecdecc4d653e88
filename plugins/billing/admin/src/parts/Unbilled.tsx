import { useFormats, useMay, useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { Invoice, UnbilledTreatment } from '../../../shared/index.ts';

const List = styled.ul`
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1.6rem;
    align-items: center;
    padding: 0.8rem 1.6rem;
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
    font-variant-numeric: tabular-nums;
  }
  label {
    display: flex;
    align-items: center;
    gap: 1.2rem;
    min-height: 4.4rem;
    cursor: pointer;
  }
`;

const Panel = styled.section`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
`;

interface Properties {
  readonly patient: string;
  readonly treatments: readonly UnbilledTreatment[];
  readonly currency: string;
  readonly onIssued: () => void;
}

/** Completed treatments without an invoice. All are chosen at first: one click bills the visit. */
export const Unbilled = ({ patient, treatments, currency, onIssued }: Properties) => {
  const t = useWords('billing');
  const { money, plainDate } = useFormats();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const mayIssue = useMay()('plugin::billing.invoices.issue');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const chosen = treatments.filter(({ documentId }) => !left.has(documentId));
  const total = chosen.reduce((sum, { amount }) => sum + amount, 0);

  const toggle = (documentId: string) => {
    const next = new Set(left);
    if (!next.delete(documentId)) next.add(documentId);
    setLeft(next);
  };

  const issue = async () => {
    setBusy(true);
    try {
      const { data } = await post<{ data: Invoice }>('/billing/invoices', {
        patient,
        treatments: chosen.map(({ documentId }) => documentId),
      });
      const number = data.data.number ?? '';
      toggleNotification({ type: 'success', message: t('issue.done', { number }) });
      onIssued();
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel aria-label={t('unbilled')}>
      <Flex padding={4} justifyContent="space-between" gap={4} wrap="wrap">
        <div>
          <Typography variant="delta" tag="h2">
            {t('unbilled')}
          </Typography>
          <Typography textColor="neutral600" tag="p">
            {t('unbilled.hint')}
          </Typography>
        </div>
        {mayIssue && (
          <Button loading={busy} disabled={chosen.length === 0} onClick={() => void issue()}>
            {t('issue', { total: money(total, currency) })}
          </Button>
        )}
      </Flex>
      <List>
        {treatments.map((treatment) => (
          <li key={treatment.documentId}>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the design system's checkbox is the control */}
            <label>
              {mayIssue && (
                <Checkbox
                  checked={!left.has(treatment.documentId)}
                  onCheckedChange={() => toggle(treatment.documentId)}
                  aria-label={treatment.description}
                />
              )}
              <span>
                <Typography fontWeight="semiBold" tag="span">
                  {treatment.description}
                  {treatment.toothNumber && ` · ${t('tooth', { number: treatment.toothNumber })}`}
                </Typography>
                <br />
                <Typography variant="pi" textColor="neutral600" tag="span">
                  {[treatment.date && plainDate(treatment.date), treatment.practitioner]
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </span>
            </label>
            <div style={{ textAlign: 'end' }}>
              <Typography fontWeight="semiBold" tag="p">
                {money(treatment.amount, currency)}
              </Typography>
              {treatment.discount > 0 && (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {t('discount', { amount: money(treatment.discount, currency) })}
                </Typography>
              )}
            </div>
          </li>
        ))}
      </List>
    </Panel>
  );
};
