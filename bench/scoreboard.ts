import { checkDocument } from '../pipeline/check.ts';
import { compare } from '../tests/generator/scoreboard/compare.ts';
import {
  addTallies,
  cellTally,
  kinds,
  noTallies,
  type Tallies,
  type Tally,
} from '../tests/generator/scoreboard/tally.ts';
import { corpus } from './corpus.ts';
import { changes, readRecorded, record, toScoreboard } from './recorded-scoreboard.ts';

/**
 * Reads every document of the corpus and prints how much of it is right. `--record` keeps the figures; without it any
 * figure that is not the recorded one, better or worse, ends with status 1. `--misses PART` also lists what was missed on
 * the lines whose name has PART in it.
 */
async function main(options: readonly string[]): Promise<number> {
  const wanted = options.includes('--misses') ? (options[options.indexOf('--misses') + 1] ?? '') : undefined;
  const groups = new Map<string, Tallies>();
  for (const { group, name, bytes, expected } of corpus()) {
    const result = await checkDocument({ file: `${name}.txt`, bytes, language: 'zh' });
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

function printScoreboard(groups: ReadonlyMap<string, Tallies>): void {
  const shown = ['assessments', 'rows', 'scores', 'totals', 'units', 'verdicts', 'findings'] as const;
  console.log(['line', 'cells', ...shown, 'false errors'].join('\t'));
  const all = [...groups.values()].reduce(addTallies, noTallies);
  for (const [group, tallies] of [...groups, ['all', all] as const]) {
    const { reported, right } = tallies.accusations;
    const figures = [cellTally(tallies), ...shown.map((kind) => tallies[kind])].map(percent);
    console.log([group, ...figures, String(reported - right)].join('\t'));
  }
  const wrong = kinds.filter((kind) => !['findings', 'accusations'].includes(kind));
  const misread = wrong.map((kind) => `${kind} ${all[kind].reported - all[kind].right}`);
  console.log(`read wrong: ${misread.join(', ')}`);
}

const percent = ({ right, expected }: Tally): string =>
  expected === 0 ? '–' : `${((100 * right) / expected).toFixed(1)}%`;

process.exitCode = await main(process.argv.slice(2));
