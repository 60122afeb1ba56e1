import type { OnLink } from './bullmq/bullmq-runner.ts';
import type { Log } from './log.ts';
import type { OnProblem } from './runner.ts';

/** Milliseconds in which the same sentence is logged once. */
const oncePer = 600_000;

/** Different sentences that are remembered; beyond, all are forgotten and may be said again. */
const mostSentences = 500;

/** Says what is wrong once and not with every try: a service asks its Redis ten times a second. */
export type ProblemLog = {
  readonly note: OnProblem;
  /** One line when Redis is reached or lost; while it is lost, what its queues cannot do is not said again and again. */
  readonly link: OnLink;
};

export function createProblemLog(log: Pick<Log, 'warn' | 'info'>, now: () => number = Date.now): ProblemLog {
  const said = new Map<string, number>();
  let isLost = false;
  return {
    note: (problem, about) => {
      const sentence = problem instanceof Error ? problem.message : String(problem);
      const isConsequence = isLost && about.queue !== undefined && about.id === undefined;
      const key = JSON.stringify([sentence, about]);
      if (isConsequence || now() - (said.get(key) ?? Number.NEGATIVE_INFINITY) < oncePer) return;
      if (said.size >= mostSentences) said.clear();
      said.set(key, now());
      log.warn({ ...about, problem: sentence }, 'problem');
    },
    link: (state, reason) => {
      isLost = state === 'lost';
      if (isLost) log.warn(reason === undefined ? {} : { problem: reason }, 'redis lost');
      else {
        said.clear();
        log.info('redis reached');
      }
    },
  };
}
