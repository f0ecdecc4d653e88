import { useFormats, useWords } from '@enamel/access/admin';
import { Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Chart } from '../../../shared/contracts.ts';
import { isOpenAt, statusAt, writeSurfaces } from '../../../shared/index.ts';
import { historyOf } from './picture.ts';
import { TreatmentActions } from './TreatmentActions.tsx';
import { TreatmentState } from './TreatmentState.tsx';
import type { ChartWork } from './use-chart.ts';
import { useChartWords } from './use-words.ts';

const List = styled.ul`
  display: grid;
  gap: 0.8rem;
`;

const Entry = styled.li<{ $past?: boolean }>`
  display: grid;
  gap: 0.8rem;
  padding: 1.2rem;
  border-radius: 0.8rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  opacity: ${({ $past }) => ($past ? 0.72 : 1)};
  & > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.8rem;
  }
`;

interface Properties {
  readonly work: ChartWork;
  readonly chart: Chart;
  readonly at: string | undefined;
  /** Null for what concerns the whole mouth. */
  readonly tooth: string | null;
  readonly writes: boolean;
  readonly onDone: (message: string) => void;
}

/** Findings and treatments of a tooth, newest first. */
export const EntryList = ({ work, chart, at, tooth, writes, onDone }: Properties) => {
  const t = useWords('charting');
  const words = useChartWords();
  const { date } = useFormats();
  const history = historyOf(chart);
  const findings = history.findings
    .filter((finding) => finding.tooth === tooth && (!at || finding.foundAt <= at))
    .reverse();
  const treatments = chart.treatments
    .map((treatment, i) => ({
      treatment,
      status: statusAt(history.treatments[i] as (typeof history.treatments)[number], at),
    }))
    .filter(({ treatment, status }) => treatment.tooth === tooth && status)
    .reverse();
  if (findings.length + treatments.length === 0)
    return (
      <Typography textColor="neutral600" tag="p">
        {t(tooth ? 'list.empty.tooth' : 'list.empty.mouth')}
      </Typography>
    );
  return (
    <List aria-label={t('list')}>
      {findings.map((finding) => {
        const open = isOpenAt(finding, at);
        return (
          <Entry key={finding.documentId} $past={!open}>
            <div>
              <Typography fontWeight="semiBold">
                {words.findings[finding.kind]} {writeSurfaces(finding.surfaces)}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {open || !finding.resolvedAt
                  ? t('finding.since', { date: date(finding.foundAt) })
                  : t('finding.resolved', { date: date(finding.resolvedAt) })}
              </Typography>
            </div>
            {writes && open && (
              <div>
                <Button
                  size="S"
                  variant="tertiary"
                  disabled={work.saving}
                  aria-label={`${t('resolve')}: ${words.findings[finding.kind]} ${writeSurfaces(finding.surfaces)}`}
                  onClick={() =>
                    void work
                      .resolve(finding.documentId)
                      .then(
                        (done) =>
                          done &&
                          onDone(t('said.resolved', { what: words.findings[finding.kind] })),
                      )
                  }
                >
                  {t('resolve')}
                </Button>
              </div>
            )}
          </Entry>
        );
      })}
      {treatments.map(({ treatment, status }) => (
        <Entry key={treatment.documentId} $past={status === 'inactive'}>
          <div>
            <Typography fontWeight="semiBold">
              {words.procedures[treatment.procedure]} {writeSurfaces(treatment.surfaces)}
            </Typography>
            {status && <TreatmentState status={status} />}
          </div>
          {treatment.practitioner && (
            <Typography variant="pi" textColor="neutral600">
              {treatment.practitioner}
            </Typography>
          )}
          {writes && (
            <TreatmentActions work={work} chart={chart} treatment={treatment} onDone={onDone} />
          )}
        </Entry>
      ))}
    </List>
  );
};
