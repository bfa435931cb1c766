import { assetName } from './assets.ts';
import { document, exampleQuestions, type Page } from './pages.ts';

/** The start page, the four views and the page for recording: one page, which reads from its address what to show. */
export const viewPaths = ['/', '/record', '/view/graph', '/view/map', '/view/timeline', '/view/matrix'] as const;

const titles: Readonly<Record<string, string>> = {
  '/': 'Attested — who reported what, where',
  '/record': 'Record a report — Attested',
  '/view/graph': 'Graph — Attested',
  '/view/map': 'Map — Attested',
  '/view/timeline': 'Timeline — Attested',
  '/view/matrix': 'Matrix — Attested',
};

/** The page before its script has run: what it is, so that something stands there at once. */
export function viewPage(path: (typeof viewPaths)[number]): Page {
  return {
    policy: "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'",
    html: document(
      titles[path] ?? 'Attested',
      `<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/web/${assetName('views.css')}">
<script type="module" src="/web/${assetName('views.js')}"></script>${alongWith(path)}`,
      `<div id="app" data-layout="/web/${assetName('layout.js')}" data-world="/web/${assetName('world.json')}">
<header class="bar"><a class="brand" href="/">Attested</a></header>
<main class="waiting"><h1>${path === '/' ? 'Who reported what, where' : 'Loading…'}</h1><noscript><p>The views need JavaScript. The same can be asked in words of GraphQL at <a href="/graphql">/graphql</a>.</p></noscript></main>
</div>
<script type="application/json" id="questions">${JSON.stringify(path === '/' ? exampleQuestions() : []).replaceAll('<', '\\u003c')}</script>`,
    ),
  };
}

/** A view's own script, asked for at once and not only when the page's own one has been read. */
function alongWith(path: string): string {
  const [, view] = /^\/view\/(\w+)$/.exec(path) ?? [];
  return view ? `\n<link rel="modulepreload" href="/web/${assetName(`view-${view}.js`)}">` : '';
}
