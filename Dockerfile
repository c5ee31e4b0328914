# One server. It needs DATABASE_URL and SECRET of a MongoDB installation, or a volume at /app/data: docs/scale.md.

# The newest of its line, with the newest time-zone rules that it has: build with --pull, or an old one is taken.
FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contract/package.json contract/
COPY server/package.json server/
COPY client/package.json client/

FROM packages AS build
RUN npm ci --omit=dev
COPY . .
RUN npm run build

FROM packages
RUN npm ci --omit=dev --workspace=server && npm cache clean --force
COPY --from=build /app/contract/dist contract/dist
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/client/dist client/dist
COPY server/portraits server/portraits
COPY server/seed server/seed
RUN mkdir data && chown node data
USER node
ENV NODE_ENV=production HOST=0.0.0.0
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=5s --retries=12 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which would not hand SIGTERM on.
CMD ["node", "server/dist/entry/main.js"]
