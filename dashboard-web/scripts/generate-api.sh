#!/usr/bin/env bash
# Writes src/api/schema.ts from the server's OpenAPI document: npm run generate:api -- ../server/target/openapi.json
# Run through npx in its own cache: openapi-typescript wants TypeScript 5, the dashboard is on 7.
set -euo pipefail
document="${1:?usage: npm run generate:api -- <openapi file>}"
npx --yes -p openapi-typescript@7.13.0 -p typescript@5.9.3 openapi-typescript "$document" --output src/api/schema.ts
