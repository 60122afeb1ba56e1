import { base } from './base.ts';
import { colours } from './colours.ts';
import { documentStyle } from './document.ts';
import { otherPages } from './other-pages.ts';
import { workList } from './work-list.ts';

/** The one style sheet of all pages. */
export const styleSheet: string = [colours, base, workList, documentStyle, otherPages].join('');
