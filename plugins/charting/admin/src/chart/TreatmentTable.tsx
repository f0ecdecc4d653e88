import { DataTable, folded, useFormats, useWords } from '@enamel/access/admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Chart, PricedTreatment } from '../../../shared/contracts.ts';
import { treatmentStatuses, writeSurfaces, writeTooth } from '../../../shared/index.ts';
import { TreatmentActions } from './TreatmentActions.tsx';
import { TreatmentState } from './TreatmentState.tsx';
import type { ChartWork } from './use-chart.ts';
import { useChartWords } from './use-words.ts';

const Table = styled(DataTable)`
  tbody th {
    font-weight: 500;
  }
  tfoot td,
  tfoot th {
    font-weight: 600;
  }
  @media (max-width: 48rem) {
    ${folded}
    td.actions {
      grid-column: 1 / -1;
    }
  }
`;

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: 1.2rem;
  margin-block-end: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  & > :last-child {
    min-width: 20rem;
  }
`;

const netOf = ({ totalPrice, discount }: PricedTreatment) => (totalPrice ?? 0) - (discount ?? 0);

const dayOf = ({ date, createdAt }: PricedTreatment) => date ?? createdAt;

interface Properties {
  readonly work: ChartWork;
  readonly chart: Chart;
  readonly onDone: (message: string) => void;
}

/** Every treatment of the patient, newest first, and what they come to. */
export const TreatmentTable = ({ work, chart, onDone }: Properties) => {
  const t = useWords('charting');
  const words = useChartWords();
  const { date, plainDate, money } = useFormats();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('status') ?? '';
  const { currency } = chart;
  const shown = chart.treatments
    .filter(({ status }) => !wanted || status === wanted)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const sum = (of: readonly string[]) =>
    shown
      .filter(({ status }) => of.includes(status))
      .reduce((total, each) => total + netOf(each), 0);
  const totals: [string, number][] = [
    [t('table.total.planned'), sum(['planned', 'in-progress'])],
    [t('table.total.completed'), sum(['completed'])],
  ];
  return (
    <>
      <Head>
        <span role="status">{t('table.count', { count: shown.length })}</span>
        <SingleSelect
          aria-label={t('table.filter')}
          placeholder={t('table.filter')}
          value={wanted}
          onClear={() => setSearch({}, { replace: true })}
          onChange={(value) => setSearch({ status: String(value) }, { replace: true })}
        >
          {treatmentStatuses.map((status) => (
            <SingleSelectOption key={status} value={status}>
              {words.statuses[status]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Head>
      <Table
        caption={t('tab.treatments')}
        columns={[
          t('table.procedure'),
          t('table.tooth'),
          t('table.date'),
          t('table.by'),
          t('table.status'),
          ...(currency ? [{ label: t('table.price'), className: 'amount' }] : []),
          ...(work.writes ? [t('table.actions')] : []),
        ]}
        foot={
          currency &&
          totals.map(([label, amount]) => (
            <tr key={label}>
              <th scope="row" colSpan={5}>
                {label}
              </th>
              <td className="amount">{money(amount, currency)}</td>
              {work.writes && <td />}
            </tr>
          ))
        }
      >
        {shown.map((treatment) => (
          <tr key={treatment.documentId}>
            <th scope="row">{treatment.description || words.procedures[treatment.procedure]}</th>
            <td>
              {treatment.tooth ? writeTooth(treatment.tooth, chart.notation) : t('mouth')}{' '}
              {writeSurfaces(treatment.surfaces)}
            </td>
            <td>{treatment.date ? plainDate(treatment.date) : date(treatment.createdAt)}</td>
            <td>{treatment.practitioner ?? ''}</td>
            <td>
              <TreatmentState status={treatment.status} />
            </td>
            {currency && <td className="amount">{money(netOf(treatment), currency)}</td>}
            {work.writes && (
              <td className="actions">
                <TreatmentActions work={work} chart={chart} treatment={treatment} onDone={onDone} />
              </td>
            )}
          </tr>
        ))}
      </Table>
    </>
  );
};
