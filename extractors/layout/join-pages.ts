import { columnLines, matchColumns, spreadColumns } from './column-match.ts';
import type { DrawnTable } from './drawn-table.ts';
import { appendFragment } from './join-fragments.ts';
import { asJoined, type JoinedTable } from './joined-table.ts';
import { repeatedHead, startsAnew, withoutRows } from './repeated-head.ts';
import { isRepeated, isRunning, type PageLines, type ProseLine } from './running-lines.ts';

/** A page as the step before leaves it: its tables and its other lines, each top to bottom. */
export type PageTables = PageLines & { readonly tables: readonly DrawnTable[] };

/** A caption that says that the table goes on. */
const continuation = /续|continued|cont['’]?d/i;

/** What stands between two tables of neighbouring pages, headers and footers left out. */
function linesBetween(upper: PageTables, lower: PageTables, table: JoinedTable): readonly ProseLine[] {
  const bottom = table.fragments.at(-1)?.box[3] ?? 0;
  const top = lower.tables[0]?.box[1] ?? 0;
  const after = upper.lines.filter((line) => line.box[1] > bottom - 1 && !isRunning(line, upper, [lower]));
  const before = lower.lines.filter((line) => line.box[3] < top + 1 && !isRunning(line, lower, [upper]));
  return [...after, ...before];
}

type Meeting = { readonly upper: PageTables; readonly lower: PageTables };

/** The two as one table, or undefined where they are two. */
function join(table: JoinedTable, next: DrawnTable, { upper, lower }: Meeting): JoinedTable | undefined {
  if (table.evidence !== 'ruled' || next.evidence !== 'ruled') return undefined;
  const fresh = asJoined(next);
  const [own, other] = [columnLines(table, upper.number), columnLines(fresh, lower.number)];
  const drawn = own.flatMap((at, index) => (Number.isNaN(at) ? [] : [index]));
  const wider = matchColumns(
    other,
    drawn.map((index) => own[index] ?? 0),
  );
  const narrower = matchColumns(own, other);
  if (!wider && !narrower) return undefined;
  // A finer raster below is taken over only where the table above has no line that this page lacks.
  if (!narrower && drawn.length !== own.length) return undefined;
  const base = narrower || !wider ? table : spreadColumns(table, wider);
  const added = narrower ? spreadColumns(fresh, narrower) : fresh;
  const head = repeatedHead(base, added);
  const between = linesBetween(upper, lower, table);
  const repeated = head.rows > 0 && head.at === 0 && between.every((line) => isRepeated(line, upper));
  const allowed = between.every((line) => continuation.test(line.text) && line.text.length < 60) || repeated;
  if (!allowed) return undefined;
  if (startsAnew(base, added, head)) return undefined;
  const rest = withoutRows(added, head.rows);
  if (rest.rowCount === 0) return { ...base, fragments: [...base.fragments, ...added.fragments] };
  return appendFragment(base, rest, head.rows > 0 ? 'repeated' : 'none');
}

/**
 * Joins the last table of a page with the first one of the next where nothing but headers, footers or a caption that says
 * so stands between them, and their columns are the same or one a subset of the other. Pages in order; tables in order.
 */
export function joinPages(pages: readonly PageTables[]): readonly JoinedTable[] {
  const done: JoinedTable[] = [];
  let before: PageTables | undefined;
  for (const page of pages) {
    page.tables.forEach((table, index) => {
      const last = done.at(-1);
      const follows = index === 0 && before !== undefined && last?.fragments.at(-1)?.page === page.number - 1;
      const joined =
        follows && before && last ? join(last, table, { upper: before, lower: page }) : undefined;
      if (joined) done[done.length - 1] = joined;
      else done.push(asJoined(table));
    });
    before = page;
  }
  return done;
}
