import { checkDocument } from '../pipeline/check.ts';
import { compare } from '../tests/generator/scoreboard/compare.ts';
import { addTallies, noTallies, type Tallies } from '../tests/generator/scoreboard/tally.ts';
import { corpus } from './corpus.ts';
import { printScoreboard } from './print-scoreboard.ts';
import { changes, readRecorded, record, toScoreboard } from './recorded-scoreboard.ts';

/**
 * Reads every document of the corpus and prints how much of it is right. `--record` keeps the figures; without it any
 * figure that is not the recorded one, better or worse, ends with status 1. `--misses PART` also lists what was missed on
 * the lines whose name has PART in it.
 */
async function main(options: readonly string[]): Promise<number> {
  const wanted = options.includes('--misses') ? (options[options.indexOf('--misses') + 1] ?? '') : undefined;
  const groups = new Map<string, Tallies>();
  for (const { group, name, bytes, expected } of await corpus()) {
    const result = await checkDocument({ file: name, bytes, language: 'zh' });
    const { tallies, misses } = compare(expected, result);
    groups.set(group, addTallies(groups.get(group) ?? noTallies, tallies));
    if (wanted !== undefined && group.includes(wanted))
      for (const miss of misses)
        console.log(`${group} ${name}: ${miss.what}: ${miss.expected} → ${miss.reported}`);
  }
  printScoreboard(groups);
  const scoreboard = toScoreboard(groups);
  if (options.includes('--record')) {
    record(scoreboard);
    return 0;
  }
  const changed = changes(readRecorded(), scoreboard);
  for (const change of changed)
    console.log(`changed: ${change.group}, ${change.kind}: recorded ${change.recorded}, now ${change.now}`);
  if (changed.length > 0)
    console.log(
      'Figures are right/reported/expected. Worse: mend it. Better: npm run scoreboard -- --record',
    );
  return changed.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
