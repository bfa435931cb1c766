import { createHash } from 'node:crypto';
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

const style = `
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; color: #222; background: #fff }
a { color: #0b57a4 }
code { font: 0.95em ui-monospace, monospace }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b } a { color: #8ab8f0 } }
`;

/** What somebody sees who opens the service's address: what it is, and where to go. */
export function frontPage(): Page {
  return {
    policy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    html: document(
      'Attested',
      `<style>${style}</style>`,
      `<main>
<h1>Attested</h1>
<p>A graph of who reported what, where: reports and the claims they contain, whom each claim is attributed to, and the events, places, groups, communities and people it is about. It keeps every number as its source gave it, and what corrects, repeats or contradicts it.</p>
<p><a href="/graphql">Ask it with GraphiQL</a>, where example questions are waiting, or send GraphQL to <code>POST /graphql</code>.</p>
</main>`,
    ),
  };
}

function document(title: string, head: string, body: string): string {
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
