import { makeArticles } from './articles.ts';
import { aspSite } from './families/asp.ts';
import { jcms } from './families/jcms.ts';
import { jsonPortal } from './families/json-portal.ts';
import { jspxSite } from './families/jspx.ts';
import { trs } from './families/trs.ts';
import { vsb } from './families/vsb.ts';
import type { TestSite } from './resource.ts';
import { buildSite } from './site-builder.ts';

/** One site of every family, each with this many articles. */
export async function allFamilies(articles: number): Promise<readonly TestSite[]> {
  return [
    buildSite(trs('trs.test'), await makeArticles(100, articles)),
    buildSite(vsb('vsb.test'), await makeArticles(200, articles)),
    buildSite(jcms('jcms.test'), await makeArticles(300, articles)),
    aspSite('asp.test', await makeArticles(400, articles)),
    buildSite(jsonPortal('json.test'), await makeArticles(500, articles)),
    jspxSite('jspx.test', await makeArticles(600, articles)),
  ];
}
