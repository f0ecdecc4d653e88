import { Page } from '@strapi/strapi/admin';
import { permissions } from '../../../shared/permissions.ts';
import { WaitingRoom } from './WaitingRoom.tsx';

const WaitingRoomPage = () => (
  <Page.Protect permissions={[{ action: permissions.read, subject: null }] as never}>
    <WaitingRoom />
  </Page.Protect>
);

export default WaitingRoomPage;
