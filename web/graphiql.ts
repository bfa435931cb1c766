import type { FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './graphiql.css';

/** Asks the service that this page came from. */
async function fetcher(params: FetcherParams, { headers = {} }: FetcherOpts = {}): Promise<never> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return response.json() as Promise<never>;
}

/** A question that the page's own address carries: `/graphql?query=…`. */
function questionInAddress(): { query?: string; variables?: string } {
  const address = new URLSearchParams(location.search);
  const query = address.get('query');
  const variables = address.get('variables');
  return { ...(query === null ? {} : { query }), ...(variables === null ? {} : { variables }) };
}

const defaultTabs = JSON.parse(document.getElementById('tabs')?.textContent ?? '[]') as { query: string }[];
const place = document.getElementById('graphiql') as HTMLElement;

createRoot(place).render(createElement(GraphiQL, { fetcher, defaultTabs, defaultEditorToolsVisibility: false, ...questionInAddress() }));
