import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { MessagePage } from './MessagePage.tsx';
import { MessagesPage } from './MessagesPage.tsx';

const MessagesRoutes = () => (
  <Page.Protect permissions={[{ action: 'plugin::reminders.outbox.read', subject: null }] as never}>
    <Routes>
      <Route index element={<MessagesPage />} />
      <Route path=":id" element={<MessagePage />} />
    </Routes>
  </Page.Protect>
);

export default MessagesRoutes;
