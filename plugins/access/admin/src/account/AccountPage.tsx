import { Flex } from '@strapi/design-system';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { FactorCard } from '../factors/FactorCard.tsx';
import { useWords } from '../kit/translations.ts';
import { DetailsCard } from './DetailsCard.tsx';
import { DevicesCard } from './DevicesCard.tsx';
import { EmailCard } from './EmailCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { ThemeCard } from './ThemeCard.tsx';

/** A member of staff's own account. */
const AccountPage = () => {
  const t = useWords('staff');
  const user = useAuth('AccountPage', (state) => state.user);
  if (!user) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{t('account')}</Page.Title>
      <Layouts.Header title={t('account')} subtitle={user.email} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={8} maxWidth="80rem">
          <DetailsCard />
          <EmailCard />
          <PasswordCard />
          <FactorCard />
          <DevicesCard />
          <ThemeCard />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

export default AccountPage;
