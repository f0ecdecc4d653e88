import { EmptyState, useWords } from '@enamel/access/admin';
import { Flex, Tabs, Typography } from '@strapi/design-system';
import { Lock, Mail } from '@strapi/icons';
import { styled } from 'styled-components';
import { type DeliveryDetail, maskedLink } from '../../../shared/index.ts';

const Sheet = styled.div`
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Frame = styled.iframe`
  display: block;
  width: 100%;
  height: min(72rem, 75vh);
  border: 0;
  background: #f3f4f6;
`;

const Text = styled.pre`
  margin: 0;
  padding: 2rem;
  font: inherit;
  font-size: 1.5rem;
  line-height: 1.6;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const HiddenLinks = () => {
  const t = useWords('reminders');
  return (
    <Flex gap={2} alignItems="flex-start" paddingBottom={4}>
      <Lock width={16} height={16} aria-hidden style={{ flex: 'none' }} />
      <Typography textColor="neutral600">{t('preview.links')}</Typography>
    </Flex>
  );
};

/** A link in the letter opens beside the panel; nothing in it may run or reach the panel. */
const framed = (html: string) => html.replace('<head>', '<head><base target="_blank">');

export const MessagePreview = ({ message }: { message: DeliveryDetail }) => {
  const t = useWords('reminders');
  const { html, body, calendar, sentAt } = message;
  if (message.elsewhere)
    return (
      <EmptyState
        icon={<Lock width="32" height="32" aria-hidden />}
        title={t('elsewhere')}
        hint={t('elsewhere.hint')}
      />
    );
  if (body === null) {
    const why = sentAt === null ? 'preview.none' : 'preview.erased';
    return (
      <EmptyState
        icon={<Mail width="32" height="32" aria-hidden />}
        title={t(why)}
        hint={t(`${why}.hint`)}
      />
    );
  }
  const hidden = body.includes(maskedLink) && <HiddenLinks />;
  const text = (
    <Sheet>
      <Text>{body}</Text>
    </Sheet>
  );
  if (html === null)
    return (
      <div>
        {hidden}
        {text}
      </div>
    );
  return (
    <Tabs.Root defaultValue="html">
      {hidden}
      <Tabs.List aria-label={t('preview')}>
        <Tabs.Trigger value="html">{t('preview.html')}</Tabs.Trigger>
        <Tabs.Trigger value="text">{t('preview.text')}</Tabs.Trigger>
        {calendar && <Tabs.Trigger value="calendar">{t('preview.calendar')}</Tabs.Trigger>}
      </Tabs.List>
      <Tabs.Content value="html">
        <Sheet>
          <Frame
            title={t('preview')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            srcDoc={framed(html)}
          />
        </Sheet>
      </Tabs.Content>
      <Tabs.Content value="text">{text}</Tabs.Content>
      {calendar && (
        <Tabs.Content value="calendar">
          <Sheet>
            <Text>{calendar.content}</Text>
          </Sheet>
        </Tabs.Content>
      )}
    </Tabs.Root>
  );
};
