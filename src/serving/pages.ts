import { readdirSync, readFileSync } from 'node:fs';
import { assetName } from './assets.ts';

export interface Page {
  readonly html: string;
  /** What the page may load and do; everything else is forbidden. */
  readonly policy: string;
}

const operations = new URL('../../schema/operations/', import.meta.url);

/** GraphiQL, with one tab for each example question. Everything it needs comes from this service. */
export function graphiqlPage(): Page {
  const tabs = exampleQuestions().map((query) => ({ query }));
  return {
    // Its dialogs hold the page still with a style of their own making.
    policy: "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'",
    html: document(
      'Attested — GraphiQL',
      `<link rel="stylesheet" href="/graphiql/${assetName('graphiql.css')}">
<script type="module" src="/graphiql/${assetName('graphiql.js')}"></script>`,
      `<div id="graphiql">Loading…</div>
<script type="application/json" id="tabs">${JSON.stringify(tabs).replaceAll('<', '\\u003c')}</script>`,
    ),
  };
}

/** The example questions, each with the comment that says what it asks, in the order of their files. */
export function exampleQuestions(): string[] {
  const files = readdirSync(operations).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, operations), 'utf8'));
}

/** A whole document: what stands in its head, and what in its body. */
export function document(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
