#!/usr/bin/env node
// Loads nothing itself: an older Node could not read what stands behind these two.
if (Number(process.versions.node.split('.')[0]) >= 24) await import('./run.ts');
else await (await import('./run-on-own-node.ts')).runOnOwnNode();
