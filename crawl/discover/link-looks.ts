/** Endings of files that may hold an assessment. */
const documentEnding = /\.(?:pdf|docx?|wps|xlsx?|xlsm|et|ofd|rtf|zip|rar|7z|csv|mht|mhtml)(?![\w.])/i;

/** Endings of what is never wanted. */
const otherEnding =
  /\.(?:css|js|mjs|json|map|ico|svg|woff2?|ttf|eot|mp[34]|avi|mov|flv|wmv|wav|swf|apk|exe|msi|dmg|iso|xml|rss|pptx?)(?:[?#]|$)/i;

const imageEnding = /\.(?:jpe?g|png|gif|bmp|tiff?|webp)(?:[?#]|$)/i;

/** Addresses of downloads whose name stands only in the link's words. */
const downloadAddress =
  /(?:downfile|download|downattach|attach(?:ment)?s?\b|accessory|fileid=|filename=|getfile|wbfileid=|\/group\d+\/M\d\d\/)/i;

/** Addresses of articles in the content management systems of district sites. */
const articleAddress =
  /(?:\/t\d{8}_\d+\.s?html?|\/info\/\d+\/\d+\.html?|\/art\/\d{4}\/\d+\/\d+\/|\/art_\d+_\d+|content_\d+|\/content\/\d+|\/public\/\d+\/\d+|-show-\d+|\/info\/\d+\.jspx|[?&](?:id|articleid|newsid|contentid|infoid|docid)=\w+|\/\d{4}[-/]?\d{2}(?:[-/]?\d{2})?\/[^/]+\.s?html?|\/[0-9a-f]{16,}\.s?html?)/i;

const dateNearby = /(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}/;

export type LinkLook = 'file' | 'image' | 'other' | 'article' | 'column';

type LookedAt = { readonly url: string; readonly text: string; readonly context: string };

/** What a link leads to, as far as its address, its words and a date beside it tell. */
export function linkLook({ url, text, context }: LookedAt): LinkLook {
  const address = safeDecode(url);
  if (imageEnding.test(address)) return 'image';
  if (documentEnding.test(address) || documentEnding.test(text)) return 'file';
  if (otherEnding.test(address)) return 'other';
  if (downloadAddress.test(address)) return 'file';
  return articleAddress.test(address) || dateNearby.test(context) ? 'article' : 'column';
}

/** A label for a file: the link's words, with its real ending where they lack one. */
export function fileLabel({ url, text }: Pick<LookedAt, 'url' | 'text'>): string {
  const named = nameInAddress(url);
  if (text === '') return named;
  const ending = documentEnding.exec(named)?.[0] ?? '';
  return documentEnding.test(text) || ending === '' ? text : `${text}${ending}`;
}

function nameInAddress(address: string): string {
  const url = new URL(address);
  const parameter = url.searchParams.get('filename') ?? url.searchParams.get('fileName');
  return safeDecode(parameter ?? url.pathname.split('/').at(-1) ?? '');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
