#!/usr/bin/env bash
# Takes over the description of the REST interface that the server's ApiDocumentTest wrote, and writes src/api/schema.ts from it:
# npm run generate:api
# Run through npx in its own cache: openapi-typescript wants TypeScript 5, the dashboard is on 7.
set -euo pipefail
cp ../server/target/openapi.json openapi.json
npx --yes -p openapi-typescript@7.13.0 -p typescript@5.9.3 openapi-typescript openapi.json --output src/api/schema.ts
digest=$(cat openapi.json src/api/schema.ts | sha256sum | cut -d ' ' -f 1)
echo "// npm run generate:api $digest" >>src/api/schema.ts
