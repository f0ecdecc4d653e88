/**
 * The portal's own server. Every answer bears our headers, also those that are given before Astro looks at a request or
 * without it, and methods that no page has are refused here. The adapter's own server never begins, see astro.config.mjs.
 */
import { createServer } from 'node:http';
import { handler, options } from '@astrojs/node/server.js';
import { protect } from './server/protection.ts';

const methods = ['GET', 'HEAD', 'POST'];

const server = createServer((request, response) => {
  const headers = new Headers();
  protect(headers);
  response.setHeaders(headers);
  if (methods.includes(request.method ?? '')) {
    handler(request, response);
    return;
  }
  response.writeHead(405, { Allow: methods.join(', '), Connection: 'close' }).end();
});

const { host, port } = options;
const named = host === true ? '0.0.0.0' : host || 'localhost';
server.listen(Number(process.env.PORT ?? port), process.env.HOST ?? named);
