import type { Localized } from '../../model/localized.ts';
import type { Refusal } from '../../model/outcome-channels.ts';

const sentences = {
  'request/bad-address': { zh: '不是可用的网址', en: 'not a usable address' },
  'request/scheme': { zh: '只抓取 http 和 https 网址', en: 'only http and https addresses are fetched' },
  'request/credentials': { zh: '网址带有用户名或密码', en: 'the address holds a user name or password' },
  'request/backslash': { zh: '网址含有反斜杠', en: 'the address holds a backslash' },
  'request/port': {
    zh: '端口不是 80 或 443，站点配置中也没有列出',
    en: 'the port is neither 80 nor 443, nor listed in the configuration of the site',
  },
  'request/special-address': {
    zh: '主机指向内网、本机或保留地址，不予连接（确需抓取内网站点时列入 allowPrivate）',
    en: 'the host leads to a private, local or reserved address (list it in allowPrivate if that is wanted)',
  },
  'request/no-host': { zh: '域名无法解析', en: 'the host name cannot be resolved' },
  'request/redirects': { zh: '重定向超过 5 次', en: 'more than 5 redirects' },
  'request/redirect-target': { zh: '重定向没有给出可用的网址', en: 'a redirect names no usable address' },
  'request/connect-timeout': { zh: '连接超时', en: 'no connection in time' },
  'request/headers-timeout': { zh: '等待响应头超时', en: 'no response headers in time' },
  'request/idle-timeout': { zh: '传输中断，长时间没有数据', en: 'no data for too long' },
  'request/deadline': { zh: '总时限已到，传输未完成', en: 'not complete within the total time' },
  'request/too-large': { zh: '文件超过大小上限', en: 'the file is over the size limit' },
  'request/unpacked-too-large': {
    zh: '压缩传输的内容解压后超过上限',
    en: 'the compressed response unpacks to more than the limit',
  },
  'request/truncated': { zh: '收到的内容比声明的短', en: 'less came than was declared' },
  'request/encoding': { zh: '传输编码无法识别或已损坏', en: 'the content encoding is unknown or damaged' },
  'request/certificate': { zh: '网站证书无效', en: 'the certificate of the site is not valid' },
  'request/headers': { zh: '响应头不合规或过大', en: 'the response headers are malformed or too large' },
  'request/connection': { zh: '连接失败或中途断开', en: 'the connection failed or broke' },
  'request/stopped': { zh: '抓取已停止', en: 'the crawl was stopped' },
} as const satisfies Record<string, Localized>;

export type RequestRefusalCode = keyof typeof sentences;

/** Refusals that another attempt may overcome; the others are properties of the address or of what stands there. */
const passing: ReadonlySet<string> = new Set<RequestRefusalCode>([
  'request/no-host',
  'request/connect-timeout',
  'request/headers-timeout',
  'request/idle-timeout',
  'request/deadline',
  'request/truncated',
  'request/connection',
]);

/** Why nothing was fetched; `detail` is the address, host or system code that it is about. */
export function requestRefusal(code: RequestRefusalCode, detail?: string): Refusal {
  const { zh, en } = sentences[code];
  return {
    code,
    message: detail === undefined ? { zh, en } : { zh: `${zh}（${detail}）`, en: `${en} (${detail})` },
  };
}

/** Whether the same request may well succeed later. */
export function isPassing({ code }: Refusal): boolean {
  return passing.has(code);
}
