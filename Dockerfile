# Debian, not Alpine: the model's runtime needs glibc.
FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .
RUN mkdir -p data && chown node:node data
USER node
ENV DATA_DIR=/app/data PORT=8080
VOLUME /app/data
# Checks whether the process is alive, not whether Discord can be reached: a restart wouldn't bring Discord back.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which doesn't always pass SIGTERM on.
CMD ["node", "--import", "tsx/esm", "src/main.ts"]
