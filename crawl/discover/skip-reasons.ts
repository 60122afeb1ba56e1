import type { Localized } from '../../model/localized.ts';

/** Why an address that a page links was not fetched. Refusals of requests have codes and sentences of their own. */
export const skipReasons = {
  'crawl/off-site': { zh: '不在站点列出的主机内', en: 'on none of the hosts of the site' },
  'crawl/path': { zh: '不在站点列出的路径内', en: 'outside of the paths of the site' },
  'crawl/depth': { zh: '离起始页太远', en: 'too many links away from the start pages' },
  'crawl/title': { zh: '标题看不出与绩效自评有关', en: 'its title says nothing of self-assessments' },
  'crawl/not-a-candidate': {
    zh: '文件名和所在页面看不出是绩效自评文件',
    en: 'neither its name nor its page speaks of self-assessments',
  },
  'crawl/file-type': { zh: '不是要抓取的文件类型', en: 'none of the wanted file types' },
  'crawl/not-a-document': { zh: '内容不是可复核的文件', en: 'what came is no document' },
  'crawl/trap': {
    zh: '同类网址已连续多次没有结果（疑似日历、会话等无穷页面）',
    en: 'many addresses of this family led to nothing (a calendar, sessions …)',
  },
  'crawl/same-page': { zh: '与已抓取的页面内容相同', en: 'the same as a page that was fetched' },
  'crawl/page-limits': {
    zh: '页面过大，或解析超出时间、内存上限',
    en: 'the page is too large, or reading it took too long or too much memory',
  },
  'crawl/not-found': { zh: '网址不存在（404、410）', en: 'there is nothing at this address (404, 410)' },
  'crawl/status': { zh: '网站拒绝或出错', en: 'the site refused or failed' },
  'crawl/page-budget': { zh: '页面数预算已用完', en: 'the budget of pages is used up' },
  'crawl/file-budget': { zh: '文件数预算已用完', en: 'the budget of files is used up' },
  'crawl/byte-budget': { zh: '流量预算已用完', en: 'the budget of bytes is used up' },
} as const satisfies Record<string, Localized>;

export type SkipReason = keyof typeof skipReasons;
