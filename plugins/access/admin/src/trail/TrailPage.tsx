import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useFilters, useWords } from '../kit/index.ts';
import { ChainCard } from './ChainCard.tsx';
import { filterNames, TrailFilterBar } from './TrailFilterBar.tsx';
import { TrailList } from './TrailList.tsx';

const TrailPage = () => {
  const t = useWords('trail');
  const filters = useFilters(filterNames);
  return (
    <Page.Protect permissions={[{ action: 'plugin::audit.trail.read', subject: null }] as never}>
      <Page.Main>
        <Page.Title>{t('trail')}</Page.Title>
        <Layouts.Header title={t('trail')} subtitle={t('hint')} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <ChainCard />
            <TrailFilterBar filters={filters} />
            <TrailList
              key={filters.query}
              query={filters.query}
              about={filters.values.patient === ''}
            />
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
};

export default TrailPage;
