import { type LinkJudge, linkJudge } from '../discover/judge-links.ts';
import { type WordScore, wordScore } from '../discover/score-words.ts';
import type { CrawlRun, FrontierEntry, RunTotals, SkippedAddress } from '../memory/crawl-memory.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import { createFamilies, type Families } from './families.ts';
import { createFrontier, type Frontier } from './frontier.ts';

/** A run under way in this process. */
export type RunState = {
  readonly run: CrawlRun;
  readonly frontier: Frontier;
  readonly families: Families;
  readonly judge: LinkJudge;
  readonly score: WordScore;
  /** Those not reported before. */
  readonly newlySkipped: (skipped: readonly SkippedAddress[]) => readonly SkippedAddress[];
  totals: RunTotals;
};

/** Addresses left out that are reported; a page of links to everywhere shall not fill the record. */
const mostSkipped = 20_000;

export function openState(run: CrawlRun, known: readonly FrontierEntry[], { site }: CrawlSettings): RunState {
  const frontier = createFrontier(known);
  const reported = new Set<string>();
  return {
    run,
    frontier,
    families: createFamilies(),
    judge: linkJudge(site),
    score: wordScore(site.words, site.notWords),
    newlySkipped: (skipped) =>
      skipped.filter(({ key }) => {
        if (reported.size >= mostSkipped || reported.has(key) || frontier.knows(key)) return false;
        reported.add(key);
        return true;
      }),
    totals: run.totals,
  };
}

/** The totals after something was added to them. */
export function added(totals: RunTotals, more: Partial<RunTotals>): RunTotals {
  const { pages = 0, files = 0, bytes = 0, unchanged = 0, documents = 0 } = more;
  const { newDocuments = 0, changedDocuments = 0, withdrawnDocuments = 0, failed = 0, skipped = 0 } = more;
  return {
    pages: totals.pages + pages,
    files: totals.files + files,
    bytes: totals.bytes + bytes,
    unchanged: totals.unchanged + unchanged,
    documents: totals.documents + documents,
    newDocuments: totals.newDocuments + newDocuments,
    changedDocuments: totals.changedDocuments + changedDocuments,
    withdrawnDocuments: totals.withdrawnDocuments + withdrawnDocuments,
    failed: totals.failed + failed,
    skipped: totals.skipped + skipped,
  };
}
