import { Button, Flex } from '@strapi/design-system';
import { CheckCircle, Clock, Eye } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Opening, OpeningsPage } from '../../../shared/scope.ts';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import {
  EmptyState,
  ProblemMessage,
  Skeleton,
  StateBadge,
  useFormats,
  useLoaded,
  useMay,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { Lines } from './Lines.tsx';

const StateOf = ({ opening }: { opening: Opening }) => {
  const t = useWords('scope');
  if (opening.open)
    return (
      <StateBadge icon={Clock} tone="danger">
        {t('opening.open')}
      </StateBadge>
    );
  return opening.seen ? (
    <StateBadge icon={CheckCircle} tone="neutral">
      {t('opening.seen')}
    </StateBadge>
  ) : (
    <StateBadge icon={Eye} tone="warning">
      {t('opening.ended')}
    </StateBadge>
  );
};

/** Records that were opened in an emergency: one's own, or everybody's for who watches. */
export const Openings = ({ unseen = false }: { unseen?: boolean }) => {
  const t = useWords('scope');
  const may = useMay();
  const { get, post } = useFetchClient();
  const { moment } = useFormats();
  const notifyProblem = useNotifyProblem();
  const [size, setSize] = useState(unseen ? 5 : 10);
  const load = useCallback(
    async () =>
      (await get<OpeningsPage>(`/access/openings?pageSize=${size}&unseen=${unseen}`)).data,
    [get, size, unseen],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const act = async (path: string) => {
    try {
      await post(`/access/openings/${path}`, {});
      await reload();
    } catch (error) {
      notifyProblem(error);
    }
  };
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void reload()} />;
  const { data, meta } = loaded.data;
  if (data.length === 0)
    return <EmptyState title={t(unseen ? 'openings.unseen.none' : 'openings.none')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Lines
        caption={t('openings')}
        columns={[
          t('when'),
          t('who'),
          t('patient'),
          t('reason'),
          t('state'),
          { label: t('actions'), hidden: true },
        ]}
      >
        {data.map((opening) => (
          <tr key={opening.id}>
            <td className="date">{moment(opening.openedAt)}</td>
            <td>{opening.by}</td>
            <td>
              {opening.open || may(scopePermissions.watch) ? (
                <Link to={`/plugins/access/patients/${opening.patient.documentId}`}>
                  {opening.patient.name}
                </Link>
              ) : (
                opening.patient.name
              )}
            </td>
            <td className="quiet">{opening.reason}</td>
            <td>
              <StateOf opening={opening} />
            </td>
            <td>
              <Flex gap={2} justifyContent="flex-end">
                {opening.open && (
                  <Button size="S" variant="tertiary" onClick={() => void act(`${opening.id}/end`)}>
                    {t('opening.end')}
                  </Button>
                )}
                {!opening.seen && may(scopePermissions.watch) && (
                  <Button
                    size="S"
                    variant="secondary"
                    onClick={() => void act(`${opening.id}/seen`)}
                  >
                    {t('opening.mark')}
                  </Button>
                )}
              </Flex>
            </td>
          </tr>
        ))}
      </Lines>
      {meta.total > data.length && (
        <Button variant="tertiary" onClick={() => setSize(Math.min(100, size + 20))}>
          {t('more')}
        </Button>
      )}
    </Flex>
  );
};
