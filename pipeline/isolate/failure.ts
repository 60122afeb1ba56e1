import type { Refusal } from '../../model/outcome-channels.ts';
import type { Limits } from './limits.ts';

/**
 * Why a request has no value. `crash`: the child ended by itself; `error`: its handler threw; the others name the limit
 * that was exceeded. `detail` is for whoever looks into it.
 */
export type Failure =
  | { readonly kind: 'crash' | 'error'; readonly detail: string }
  | { readonly kind: 'time' | 'memory' | 'request-size' | 'answer-size' };

/** What a failure says to the outside, with the limit that was exceeded. */
export function describeFailure(failure: Failure, limits: Limits): Refusal {
  switch (failure.kind) {
    case 'crash':
      return {
        code: 'internal/crash',
        message: {
          zh: `处理本文件的子进程两次意外退出，未能复核（${failure.detail}）`,
          en: `the process that read this file ended unexpectedly, twice (${failure.detail})`,
        },
      };
    case 'error':
      return {
        code: 'internal/error',
        message: {
          zh: `程序内部错误，本文件未能复核（${failure.detail}）`,
          en: `internal error, this file was not checked (${failure.detail})`,
        },
      };
    case 'time': {
      const seconds = limits.timeoutInMilliseconds / 1000;
      const minutes = limits.totalInMilliseconds / 60_000;
      return {
        code: 'limits/time',
        message: {
          zh: `处理超过时间上限（同一处 ${seconds} 秒，全文 ${minutes} 分钟），已停止；请拆分文件后再试`,
          en: `stopped after ${seconds} seconds at one place or ${minutes} minutes in all; split the file and try again`,
        },
      };
    }
    case 'memory':
      return {
        code: 'limits/memory',
        message: {
          zh: `处理所需内存超过 ${mebibytes(limits.memoryInBytes)} 上限，已停止；请拆分文件后再试`,
          en: `stopped at the limit of ${mebibytes(limits.memoryInBytes)} of memory; split the file and try again`,
        },
      };
    case 'request-size':
      return {
        code: 'limits/size',
        message: {
          zh: `文件超过 ${mebibytes(limits.requestInBytes)} 上限，未读取；请拆分文件后再试`,
          en: `the file is over the limit of ${mebibytes(limits.requestInBytes)}; split it and try again`,
        },
      };
    case 'answer-size':
      return {
        code: 'limits/size',
        message: {
          zh: `复核结果超过 ${mebibytes(limits.answerInBytes)} 上限；请拆分文件后再试`,
          en: `the result is over the limit of ${mebibytes(limits.answerInBytes)}; split the file and try again`,
        },
      };
  }
}

/** How a child ended that nobody had stopped, and what it wrote to its standard error before. */
export type ChildEnd = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errorText: string;
};

/** Node's own words when its heap is at the limit; it then ends itself. */
const heapExhausted = /heap out of memory|Committing semi space failed|Zone allocation failed/;

/** Characters of an error's own sentence that are worth showing. */
const longestDetail = 200;

export function failureOfEnd({ code, signal, errorText }: ChildEnd): Failure {
  if (heapExhausted.test(errorText)) return { kind: 'memory' };
  const sentence = /^(?:Uncaught )?(\w*Error(?: \[\w+\])?: .*)$/m.exec(errorText)?.[1];
  const end = signal ?? `exit ${code}`;
  return {
    kind: 'crash',
    detail: sentence === undefined ? end : `${end}, ${sentence.slice(0, longestDetail)}`,
  };
}

function mebibytes(bytes: number): string {
  return `${Math.round((bytes / 1024 ** 2) * 10) / 10} MiB`;
}
