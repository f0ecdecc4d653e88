import { contentApi, openRoute, panelApi, panelRoute, signedInRoute } from '@enamel/kernel/server';
import { filePermissions as files } from '../../../shared/files.ts';

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
    panelRoute('GET', `${patient}/files`, 'files.list', files.read),
    panelRoute('POST', `${patient}/files`, 'files.add', files.write),
    panelRoute('POST', `${patient}/files/:file/link`, 'files.link', files.read),
    panelRoute('POST', `${patient}/files/:file/remove`, 'files.remove', files.remove),
    // A browser follows a link without the panel's token: the pass and the session's mark stand for it.
    openRoute('GET', '/files/:file', 'files.open'),
  ),
  'content-api': contentApi(
    signedInRoute('GET', '/record', 'record.read'),
    signedInRoute('GET', '/files', 'files.ownList'),
    signedInRoute('POST', '/files/:file/link', 'files.ownLink'),
    signedInRoute('GET', '/files/:file', 'files.ownOpen'),
  ),
};
