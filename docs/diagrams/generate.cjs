/** Writes the diagrams of the built machines beside this file. Run by `npm run docs:diagrams`. */
const { readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const workflows = require('@liuhen/workflows');
const { titleOf } = require('@liuhen/projections');
const { diagrams, proceduresIn } = require('./diagram.ts');

const pages = diagrams(proceduresIn(workflows), titleOf);
if (pages.size === 0) throw new Error('no procedure among the exports of @liuhen/workflows: build first');

for (const name of readdirSync(__dirname)) if (name.endsWith('.md') && !pages.has(name)) rmSync(join(__dirname, name));
for (const [name, text] of pages) writeFileSync(join(__dirname, name), text);
