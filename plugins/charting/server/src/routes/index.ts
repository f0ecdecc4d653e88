import { contentApi, panelApi, panelRoute, signedInRoute } from '@enamel/kernel/server';

const read = 'plugin::charting.record.read';
const write = 'plugin::charting.chart.write';
const patient = '/patients/:patient';

export const routes = {
  admin: panelApi(
    panelRoute('GET', `${patient}/chart`, 'chart.read', read),
    panelRoute('POST', `${patient}/findings`, 'chart.find', write),
    panelRoute('POST', `${patient}/findings/:entry/resolve`, 'chart.resolve', write),
    panelRoute('POST', `${patient}/treatments`, 'chart.plan', write),
    panelRoute('POST', `${patient}/treatments/:entry/status`, 'chart.move', write),
    panelRoute('POST', `${patient}/treatments/:entry/undo`, 'chart.undo', write),
  ),
  'content-api': contentApi(signedInRoute('GET', '/record', 'record.read')),
};
