import { DataTable, folded, useFormats, useWords } from '@enamel/access/admin';
import { styled } from 'styled-components';
import type { StaffFeed } from '../../../shared/feeds.ts';
import { RevokeFeed } from './RevokeFeed.tsx';

const Table = styled(DataTable)`
  td.act {
    text-align: end;
  }
  small {
    display: block;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media (max-width: 52rem) {
    ${folded}
    td.wide {
      grid-column: 1 / -1;
    }
    td.act {
      grid-row: 1;
      grid-column: 2;
    }
  }
`;

interface Properties {
  readonly feeds: readonly StaffFeed[];
  readonly done: () => Promise<void>;
}

export const FeedTable = ({ feeds, done }: Properties) => {
  const t = useWords('scheduling');
  const { moment, date } = useFormats();
  return (
    <Table
      caption={t('feeds')}
      columns={[
        t('feeds.whose'),
        t('feeds.made'),
        t('feeds.read'),
        { label: t('feeds.revoke'), hidden: true },
      ]}
    >
      {feeds.map((feed) => (
        <tr key={feed.id}>
          <td>
            {feed.owner.name}
            <small>{t(`feeds.kind.${feed.kind}`)}</small>
          </td>
          <td className="wide quiet">
            {feed.madeBy
              ? t('feeds.made.by', { day: date(feed.madeAt), name: feed.madeBy })
              : t('feeds.made.on', { day: date(feed.madeAt) })}
          </td>
          <td className="wide quiet">
            {feed.fetchedAt
              ? t('feeds.read.at', { moment: moment(feed.fetchedAt) })
              : t('feeds.unread')}
          </td>
          <td className="act">
            <RevokeFeed feed={feed} done={done} />
          </td>
        </tr>
      ))}
    </Table>
  );
};
