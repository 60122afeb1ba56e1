import type { CommanderError } from 'commander';
import type { Localized } from '../model/localized.ts';

/** One sentence for a call that cannot be understood. The names stand in quotes in the parser's own message. */
export function describeCallError(problem: CommanderError): Localized {
  const names = [...problem.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const name = names[0] ?? '';
  const value = names[1] ?? '';
  switch (problem.code) {
    case 'commander.unknownOption':
      return suggesting(problem, { zh: `没有 ${name} 这个选项`, en: `there is no option ${name}` });
    case 'commander.unknownCommand':
      return {
        zh: `没有 ${name} 这个命令；复核文件请用 fuhe check ${name}`,
        en: `there is no command ${name}; to check a file: fuhe check ${name}`,
      };
    case 'commander.missingArgument':
      return { zh: `缺少参数 ${name}`, en: `the argument ${name} is missing` };
    case 'commander.optionMissingArgument':
      return { zh: `选项 ${name} 缺少取值`, en: `the option ${name} needs a value` };
    case 'commander.excessArguments':
      return { zh: '参数过多', en: 'there are too many arguments' };
    case 'commander.invalidArgument':
      return invalidArgument(problem, name, value);
    default:
      return { zh: `调用有误：${problem.message}`, en: problem.message };
  }
}

function invalidArgument(problem: CommanderError, option: string, value: string): Localized {
  const allowed = /Allowed choices are (.+?)\.?$/.exec(problem.message)?.[1];
  const reason = allowed === undefined ? wholeNumber : { zh: `可用：${allowed}`, en: `allowed: ${allowed}` };
  return {
    zh: `选项 ${option} 不接受 “${value}”（${reason.zh}）`,
    en: `the option ${option} does not accept "${value}" (${reason.en})`,
  };
}

const wholeNumber: Localized = { zh: '应为 1 以上的整数', en: 'a whole number from 1' };

function suggesting(problem: CommanderError, { zh, en }: Localized): Localized {
  const suggestion = /Did you mean (.+?)\?/.exec(problem.message)?.[1];
  if (suggestion === undefined) return { zh: `${zh}；用 fuhe --help 查看全部`, en: `${en}; see fuhe --help` };
  return { zh: `${zh}；是否想用 ${suggestion}？`, en: `${en}; did you mean ${suggestion}?` };
}
