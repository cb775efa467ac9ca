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
# Whether the process lives, not whether Discord is there: to start it again wouldn't bring Discord back.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which doesn't hand SIGTERM on everywhere.
CMD ["node", "--import", "tsx/esm", "src/main.ts"]
