# The service with its embedded store in /data, or on Neo4j when NEO4J_URI is given:
#   docker build --tag attested . && docker run --rm --publish 127.0.0.1:4000:4000 --volume attested:/data attested

# Debian, not Alpine: Grafeo, the embedded engine, needs glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
# `npm ci` also builds dist, through prepare; only then can the compiler go.
RUN npm ci --no-audit --no-fund && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 ATTESTED_STORE=/data/attested
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/cypher ./cypher
COPY --from=build /app/schema ./schema
COPY --from=build /app/sample ./sample
# Made here, so that a new volume begins as the folder of the user who writes to it.
RUN install --directory --owner=node --group=node /data
VOLUME /data
USER node
EXPOSE 4000
# Room for what is young: a request's garbage is then gone before it is looked for.
CMD ["node", "--max-semi-space-size=32", "bin/attested.js", "serve"]
