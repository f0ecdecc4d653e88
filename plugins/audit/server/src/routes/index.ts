import { panelApi, panelRoute } from '@enamel/kernel/server';

const read = 'plugin::audit.trail.read';

export const routes = {
  admin: panelApi(
    panelRoute('GET', '/entries', 'entries.find', read),
    panelRoute('GET', '/entries.csv', 'chain.csv', read),
    panelRoute('GET', '/chain', 'chain.state', read),
    panelRoute('POST', '/chain/verify', 'chain.verify', read),
    panelRoute('GET', '/chain/log', 'chain.log', read),
    panelRoute('GET', '/chain/checkpoints', 'chain.checkpoints', read),
  ),
};
