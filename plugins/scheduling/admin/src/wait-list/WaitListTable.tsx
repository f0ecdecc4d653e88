import { DataTable, folded, StateBadge, useAct, useFormats, useWords } from '@enamel/access/admin';
import { Button, Typography } from '@strapi/design-system';
import { Lightning } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { WaitListEntry } from '../../../shared/wait-list.ts';
import { EntryState } from './EntryState.tsx';
import { useSayWishes } from './useSayWishes.ts';
import { useWaitList } from './useWaitList.ts';

const Table = styled(DataTable)`
  td.who a {
    font-weight: 600;
  }
  td .line {
    display: block;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  td.wishes {
    max-width: 34rem;
  }
  .doing {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    justify-content: flex-end;
  }
  @media (max-width: 64rem) {
    ${folded}
    td.wide,
    td.wishes {
      grid-column: 1 / -1;
      max-width: none;
    }
    td.state {
      grid-row: 1;
      grid-column: 2;
    }
    .doing {
      justify-content: flex-start;
      padding-block-start: 0.8rem;
    }
  }
`;

/** What is open over the list. */
export type Opened = { readonly what: 'times' | 'edit' | 'close'; readonly entry: WaitListEntry };

interface Properties {
  readonly entries: readonly WaitListEntry[];
  readonly onOpen: (opened: Opened) => void;
  readonly onChanged: () => void;
}

export const WaitListTable = ({ entries, onOpen, onChanged }: Properties) => {
  const t = useWords('waitlist');
  const { moment, date } = useFormats();
  const say = useSayWishes();
  const { busy, act } = useAct('waitlist');
  const { withdraw } = useWaitList();
  const takeBack = async (id: string) => {
    await act(async () => {
      await withdraw(id);
      return t('withdrawn');
    });
    onChanged();
  };
  return (
    <Table
      caption={t('title')}
      columns={[
        t('patient'),
        t('type'),
        t('wishes'),
        t('since'),
        t('status'),
        { label: t('actions'), hidden: true },
      ]}
    >
      {entries.map((entry) => {
        const { documentId, patient, offer, location } = entry;
        const when = (instant: string) => moment(instant, location.zone);
        return (
          <tr key={documentId}>
            <td className="who">
              <Link to={`/plugins/access/patients/${patient.documentId}`}>{patient.name}</Link>
              <span className="line">{patient.phone ?? t('unreachable')}</span>
            </td>
            <td className="wide">
              {entry.appointmentType.name}
              <span className="line">{location.name}</span>
            </td>
            <td className="wishes">
              {entry.urgent && (
                <StateBadge icon={Lightning} tone="danger">
                  {t('urgent')}
                </StateBadge>
              )}{' '}
              {say(entry)}
              {entry.note && <span className="line">{entry.note}</span>}
            </td>
            <td className="wide date quiet">{date(entry.since, location.zone)}</td>
            <td className="state">
              <EntryState status={entry.status} />
            </td>
            <td className="wide">
              {offer && (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {t('offered.row', { when: when(offer.start), until: when(offer.expiresAt) })}
                </Typography>
              )}
              <span className="doing">
                {entry.status === 'waiting' && (
                  <Button
                    variant="secondary"
                    aria-label={`${t('times')}: ${patient.name}`}
                    onClick={() => onOpen({ what: 'times', entry })}
                  >
                    {t('times')}
                  </Button>
                )}
                {offer && (
                  <Button
                    variant="secondary"
                    disabled={busy}
                    aria-label={t('withdraw.this', { name: patient.name })}
                    onClick={() => void takeBack(offer.id)}
                  >
                    {t('withdraw')}
                  </Button>
                )}
                {(entry.status === 'waiting' || offer) &&
                  (['edit', 'close'] as const).map((what) => (
                    <Button
                      key={what}
                      variant="tertiary"
                      aria-label={`${t(what)}: ${patient.name}`}
                      onClick={() => onOpen({ what, entry })}
                    >
                      {t(what)}
                    </Button>
                  ))}
              </span>
            </td>
          </tr>
        );
      })}
    </Table>
  );
};
