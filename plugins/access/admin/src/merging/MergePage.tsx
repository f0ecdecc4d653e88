import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Merged, MergePreview } from '../../../shared/merging.ts';
import { useAct } from '../kit/act.ts';
import { ProblemMessage, Skeleton, useFormats, useLoaded, useWords } from '../kit/index.ts';
import { FieldChoices } from './FieldChoices.tsx';

type Choices = Readonly<Record<string, string>>;

const Ready = ({ preview, onSwap }: { preview: MergePreview; onSwap: () => void }) => {
  const t = useWords('merging');
  const { moment } = useFormats();
  const { post } = useFetchClient();
  const navigate = useNavigate();
  const { busy, act } = useAct('merging');
  const [choices, setChoices] = useState<Choices>({});
  const { winner, loser, fields, moves, clashes } = preview;
  const merge = () =>
    act(async () => {
      const wish = { winner: winner.documentId, loser: loser.documentId, choices };
      const { data } = await post<{ data: Merged }>('/access/merges', wish);
      navigate(`/plugins/access/patients/${data.data.winner}`);
      return t('merged');
    });
  const undecided = fields.some(({ name, usual }) => usual === null && !choices[name]);
  const count = Object.values(moves).reduce((sum, each) => sum + each, 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <FieldChoices
        preview={preview}
        choices={choices}
        onChoose={(name, choice) => setChoices((old) => ({ ...old, [name]: choice }))}
      />
      {fields.length === 0 && <Typography tag="p">{t('fields.none')}</Typography>}
      <Typography tag="p" textColor="neutral600" style={{ maxWidth: '68ch' }}>
        {t('moves', { count })} {t('undo.hint')}
      </Typography>
      {(winner.unconfirmed || loser.unconfirmed) && (
        <Typography tag="p" textColor="warning700" style={{ maxWidth: '68ch' }}>
          {t('closes')}
        </Typography>
      )}
      {clashes.length > 0 && (
        <Typography tag="p" textColor="danger700" role="alert">
          {t('clashes', { times: clashes.map((time) => moment(time)).join('; ') })}
        </Typography>
      )}
      <Flex gap={3} wrap="wrap">
        <Button
          size="L"
          loading={busy}
          disabled={undecided || clashes.length > 0}
          onClick={() => void merge()}
        >
          {t('merge')}
        </Button>
        <Button
          size="L"
          variant="tertiary"
          startIcon={<ArrowsCounterClockwise />}
          disabled={busy}
          onClick={onSwap}
        >
          {t('swap')}
        </Button>
      </Flex>
    </Flex>
  );
};

/** Two records side by side: which value of each fact stays. */
const MergePage = () => {
  const t = useWords('merging');
  const { winner = '', loser = '' } = useParams();
  const navigate = useNavigate();
  const { get } = useFetchClient();
  const load = useCallback(
    async () =>
      (
        await get<{ data: MergePreview }>(
          `/access/merges/preview?${new URLSearchParams({ winner, loser })}`,
        )
      ).data.data,
    [get, winner, loser],
  );
  const loaded = useLoaded(load);
  return (
    <Page.Main>
      <Page.Title>{t('merge.title')}</Page.Title>
      <Layouts.Header title={t('merge.title')} subtitle={t('merge.subtitle')} />
      <Layouts.Content>
        <Box paddingBottom={4}>
          <BackButton fallback="/plugins/access/patients/duplicates" />
        </Box>
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {loaded.state === 'failed' && <ProblemMessage error={loaded.error} />}
        {loaded.state === 'ready' && (
          <Ready
            key={loaded.data.winner.documentId}
            preview={loaded.data}
            onSwap={() =>
              navigate(`/plugins/access/patients/duplicates/${loser}/${winner}`, { replace: true })
            }
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

export default MergePage;
