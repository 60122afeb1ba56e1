import type { CheckRecord } from '../../../model/record.ts';
import { html, type Markup } from '../../../reports/html/markup.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { VersionGroup } from '../../../store/documents/documents.ts';
import { pictureTypes } from '../../pages/document/original.ts';
import type { DocumentMaterial } from '../../pages/document/read-document-view.ts';
import type { Visit } from '../../route.ts';
import { statusTag } from '../document-list.ts';
import { exportMenu } from '../export-menu.ts';
import { wordsOf } from '../layout.ts';
import { versionsAddress } from '../overview/revised-list.ts';
import { unitAddress } from '../overview/unit-list.ts';
import { gridView } from './grid-view.ts';
import { type PageSource, pageView } from './page-view.ts';
import { type RecordView, recordPane } from './record-pane.ts';
import { sourceMarks } from './source-marks.ts';

export type DocumentView = DocumentMaterial &
  Pick<RecordView, 'reviewed' | 'people'> & {
    /** Its reports that stand in other documents too. */
    readonly versions: readonly VersionGroup[];
  };

/** The source beside the record. */
export function documentBody(visit: Visit, view: DocumentView): Markup {
  const { document: words } = wordsOf(visit);
  const { document } = view;
  return html`<div class="dochead"><h1 title="${document.name}">${visibleLine(document.name)}</h1>${statusTag(document, visit)}<span class="meta">${[document.unit === undefined ? undefined : visibleLine(document.unit), document.year].filter((part) => part !== undefined).join(' · ')}</span><span class="aside"><a class="button" data-next-document hidden>${words.nextDocument} <kbd>n</kbd></a>${otherReports(visit, view)}${exportMenu(visit, new URLSearchParams({ document: document.sha256 }))}<a class="button" href="/documents/${document.sha256}/original" download>${words.download}</a></span></div>
<div class="panes">${source(visit, view)}<section class="pane record" id="record" tabindex="0" aria-label="${words.record}">${recordContent(visit, view)}</section></div>`;
}

/** The ways to the other versions of its first report that has some, and to the unit's other years. */
function otherReports(visit: Visit, { document, versions }: DocumentView): Markup {
  const { document: words } = wordsOf(visit);
  const [group] = versions;
  const others =
    group &&
    html`<a class="button" href="${versionsAddress({ sha256: document.sha256, number: group.number })}">${words.versions} ${group.versions.length}</a>`;
  const years =
    document.unit === undefined
      ? undefined
      : html`<a class="button" href="${unitAddress(document.unit)}">${words.overYears}</a>`;
  return html`${others}${years}`;
}

/** What stands on the record's side; also sent alone after a correction. */
export function recordContent(
  visit: Visit,
  { document, result, record, reviewed, people }: DocumentView,
): Markup {
  const own = wordsOf(visit);
  if (result === undefined)
    return html`<div class="empty"><b>${own.document.notYet}</b>${own.document.notYetHint}</div>`;
  const reading = record === undefined ? 'missing' : 'kept';
  return recordPane(visit, { sha256: document.sha256, result, reading, reviewed, people });
}

function source(visit: Visit, view: DocumentView): Markup {
  const own = wordsOf(visit);
  const { record, result } = view;
  if (record === undefined || result === undefined)
    return html`<section class="pane source" aria-label="${own.document.source}"><div class="empty">${own.document.noRecord}</div></section>`;
  const marks = sourceMarks(record, result);
  const pages = pageSource(view, record);
  const [first] = record.documents;
  const grids = gridView(record, marks, own);
  if (pages === undefined || first === undefined)
    return html`<section class="pane source" aria-label="${own.document.source}"><div class="bar"><b>${own.document.asRead}</b></div>${grids}</section>`;
  const drawn = pageView(first, marks[0], { source: pages, words: own });
  return html`<section class="pane source" aria-label="${own.document.source}"><div class="bar"><button type="button" data-view="view-pages" aria-pressed="true">${own.document.source}</button><button type="button" data-view="view-grids" aria-pressed="false">${own.document.asRead}</button><span class="aside"><button type="button" class="plain" data-zoom="out" aria-label="${own.document.zoomOut}">－</button><button type="button" class="plain" data-zoom="fit">${own.document.fit}</button><button type="button" class="plain" data-zoom="in" aria-label="${own.document.zoomIn}">＋</button></span></div><div id="view-pages" class="view">${drawn}</div><div id="view-grids" class="view" hidden>${grids}</div></section>`;
}

/** Where a browser gets the pages from; archives and formats without pages have none. */
function pageSource(
  { document }: DocumentView,
  { mediaType, documents }: CheckRecord,
): PageSource | undefined {
  const [first, ...others] = documents;
  if (first === undefined || others.length > 0 || first.member !== undefined) return undefined;
  if (first.extraction.pages.length === 0) return undefined;
  if (mediaType === 'application/pdf')
    return { kind: 'pdf', address: `/documents/${document.sha256}/original` };
  return pictureTypes.includes(mediaType)
    ? { kind: 'picture', address: `/documents/${document.sha256}/picture` }
    : undefined;
}
