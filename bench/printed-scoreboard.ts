import { checkDocument } from '../pipeline/check.ts';
import { compare } from '../tests/generator/scoreboard/compare.ts';
import { addTallies, noTallies, type Tallies } from '../tests/generator/scoreboard/tally.ts';
import { printedEntries } from './format-corpus.ts';
import { printScoreboard } from './print-scoreboard.ts';

/**
 * The scoreboard for PDF files that a browser and an office program print from generated documents. Needs Chromium and
 * LibreOffice; their versions change the files, so nothing is recorded. Takes the seed as its first argument.
 */
const groups = new Map<string, Tallies>();
for (const { group, name, bytes, expected } of await printedEntries(Number(process.argv[2] ?? 301))) {
  const { tallies, misses } = compare(expected, await checkDocument({ file: name, bytes, language: 'zh' }));
  groups.set(group, addTallies(groups.get(group) ?? noTallies, tallies));
  for (const miss of misses)
    console.log(`${group} ${name}: ${miss.what}: ${miss.expected} → ${miss.reported}`);
}
if (groups.size === 0) console.log('neither Chromium nor LibreOffice is installed: nothing was printed');
printScoreboard(groups);
