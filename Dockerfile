# Node 24 on Debian; the build stays behind, the program and its packages come along. Runs as a user without rights, with a data
# folder at /data. The command is given by whoever starts it: serve, worker, …
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run -s build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production FUHE_DATA=/data FUHE_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# Ends what a killed worker may leave, and hands signals on: start it with an init (compose: init: true).
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["serve"]
