import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { useMay, useWords } from '../kit/index.ts';
import { Card } from './Card.tsx';
import { Openings } from './Openings.tsx';
import { OpenRecord } from './OpenRecord.tsx';
import { Requests } from './Requests.tsx';
import { StaffTable } from './StaffTable.tsx';

/** Who sees whom: records opened in an emergency, locations asked for, and who works where. */
const ScopePage = () => {
  const t = useWords('scope');
  const may = useMay();
  const opens = may(scopePermissions.open);
  const watches = may(scopePermissions.watch);
  return (
    <Page.Main>
      <Page.Title>{t('title')}</Page.Title>
      <Layouts.Header title={t('title')} subtitle={t('subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {(opens || watches) && (
            <Card
              title={t('openings')}
              hint={t(watches ? 'openings.hint.watch' : 'openings.hint')}
              action={opens ? <OpenRecord /> : undefined}
            >
              <Openings />
            </Card>
          )}
          <Requests />
          {may(scopePermissions.assign) && <StaffTable />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

export default ScopePage;
