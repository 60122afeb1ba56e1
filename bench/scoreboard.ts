import { checkDocument } from '../pipeline/check.ts';
import { compare } from '../tests/generator/scoreboard/compare.ts';
import { addTallies, noTallies, type Tallies } from '../tests/generator/scoreboard/tally.ts';
import { corpus } from './corpus.ts';
import { shortfalls } from './limits.ts';
import { printScoreboard } from './print-scoreboard.ts';
import { changes, readRecorded, record, toScoreboard } from './recorded-scoreboard.ts';
import { countUnreadStandards } from './unread-standards.ts';

/**
 * Reads every document of the corpus and prints how much of it is right. `--record` keeps the figures; without it any
 * figure that is not the recorded one, better or worse, ends with status 1, as does one below the limits. `--misses PART` also lists what was missed on
 * the lines whose name has PART in it.
 */
async function main(options: readonly string[]): Promise<number> {
  const wanted = options.includes('--misses') ? (options[options.indexOf('--misses') + 1] ?? '') : undefined;
  const groups = new Map<string, Tallies>();
  const unread = countUnreadStandards();
  for (const { group, name, bytes, expected, rubrics } of await corpus()) {
    const generic = rubrics === 'generic' ? { profiles: [] } : {};
    const result = await checkDocument({ file: name, bytes, language: 'zh', ...generic });
    unread.see(result);
    const { tallies, misses } = compare(expected, result);
    groups.set(group, addTallies(groups.get(group) ?? noTallies, tallies));
    if (wanted !== undefined && group.includes(wanted))
      for (const miss of misses)
        console.log(`${group} ${name}: ${miss.what}: ${miss.expected} → ${miss.reported}`);
  }
  printScoreboard(groups);
  for (const line of unread.lines()) console.log(line);
  const short = shortfalls(groups);
  for (const sentence of short) console.log(sentence);
  const scoreboard = toScoreboard(groups);
  if (options.includes('--record')) {
    record(scoreboard);
    return short.length > 0 ? 1 : 0;
  }
  const changed = changes(readRecorded(), scoreboard);
  for (const change of changed)
    console.log(`changed: ${change.group}, ${change.kind}: recorded ${change.recorded}, now ${change.now}`);
  if (changed.length > 0)
    console.log(
      'Figures are right/reported/expected. Worse: mend it. Better: npm run scoreboard -- --record',
    );
  return changed.length + short.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
