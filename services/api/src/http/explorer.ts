import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const SCRIPT = 'text/javascript; charset=utf-8';

const FILES: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  'react.js': { path: 'react/umd/react.production.min.js', type: SCRIPT },
  'react-dom.js': { path: 'react-dom/umd/react-dom.production.min.js', type: SCRIPT },
  'graphiql.js': { path: 'graphiql/graphiql.min.js', type: SCRIPT },
  'graphiql.css': { path: 'graphiql/graphiql.min.css', type: 'text/css; charset=utf-8' },
  'explorer.js': { path: '', type: SCRIPT },
};

/** The token lives in the page's headers tab and goes along with subscriptions too. */
const START = `
const saved = localStorage.getItem('liuhen.token') ?? '';
const field = document.getElementById('token');
field.value = saved;
field.addEventListener('change', () => { localStorage.setItem('liuhen.token', field.value.trim()); location.reload(); });
const headers = saved === '' ? {} : { authorization: 'Bearer ' + saved };
const fetcher = GraphiQL.createFetcher({
  url: location.href.split('?')[0],
  subscriptionUrl: location.href.replace(/^http/, 'ws').split('?')[0],
  wsConnectionParams: headers,
  headers,
});
ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: '{\\n  me { person name function jurisdiction }\\n}\\n' }),
);
`;

export const EXPLORER_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>留痕 liuhen · GraphQL</title>
<link rel="stylesheet" href="/graphql/assets/graphiql.css">
<style>
  body { margin: 0; height: 100vh; display: flex; flex-direction: column; font-family: system-ui, sans-serif }
  label { display: flex; gap: 1ch; padding: .5rem 1rem; align-items: center }
  input { flex: 1; font-family: monospace }
  #explorer { flex: 1; min-height: 0 }
</style>
<label>令牌 / token <input id="token" autocomplete="off" placeholder="npm run demo 会给出各角色的令牌 / the demo prints one for each role"></label>
<div id="explorer"></div>
<script src="/graphql/assets/react.js"></script>
<script src="/graphql/assets/react-dom.js"></script>
<script src="/graphql/assets/graphiql.js"></script>
<script src="/graphql/assets/explorer.js"></script>
</html>
`;

/** Through the package's own folder: not every package exports its browser build by name. */
const fileOf = (path: string): string => {
  const [name = ''] = path.split('/');

  return join(dirname(require.resolve(`${name}/package.json`)), path.slice(name.length + 1));
};

const made = new Map<string, Asset>();

/** A file of the explorer page, served from this machine's own packages: the page works without a network. */
export const explorerAsset = (name: string): Asset | undefined => {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (file === undefined) return undefined;
  const known = made.get(name);
  if (known !== undefined) return known;
  const asset = { type: file.type, body: file.path === '' ? Buffer.from(START) : readFileSync(fileOf(file.path)) };
  made.set(name, asset);

  return asset;
};
