import type { z } from 'zod';
import type { Localized } from '../../model/localized.ts';

/** What is wrong with a value, in words for whoever wrote it. */
export function describeIssue(issue: z.core.$ZodIssue): Localized {
  switch (issue.code) {
    case 'invalid_type':
      return {
        zh: `应为${typesInChinese[issue.expected] ?? issue.expected}`,
        en: `should be ${typesInEnglish[issue.expected] ?? issue.expected}`,
      };
    case 'unrecognized_keys':
      return { zh: '没有这个键', en: 'there is no such key' };
    case 'invalid_value':
      return { zh: `可用：${issue.values.join('、')}`, en: `allowed: ${issue.values.join(', ')}` };
    case 'too_small':
      return tooSmall(issue.minimum, issue);
    case 'too_big':
      return { zh: `不得大于 ${issue.maximum}`, en: `should be at most ${issue.maximum}` };
    case 'invalid_format':
      return { zh: '格式不对', en: 'is not written in the right way' };
    default:
      return { zh: `不可用（${issue.message}）`, en: issue.message };
  }
}

function tooSmall(minimum: number | bigint, { origin, inclusive }: z.core.$ZodIssueTooSmall): Localized {
  if (origin === 'string') return { zh: '不得为空', en: 'should not be empty' };
  if (inclusive === false) return { zh: `应大于 ${minimum}`, en: `should be more than ${minimum}` };
  return { zh: `不得小于 ${minimum}`, en: `should be at least ${minimum}` };
}

const typesInChinese: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键值',
};

const typesInEnglish: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};
