import { type Activity, createActivity } from '../activity.ts';
import {
  type Lanes,
  type OnProblem,
  type QueueName,
  type QueueStatus,
  queueNames,
  type Runner,
  type Work,
} from '../runner.ts';
import { createTicketShelf } from './ticket-shelf.ts';

/** How a runner without a server works. */
export type InlineSettings = {
  readonly lanes: Lanes;
  /** Tickets that each queue holds at most. */
  readonly room: number;
  readonly onProblem: OnProblem;
};

/** Works on tickets in this process. */
export function openInlineRunner({ lanes, room, onProblem }: InlineSettings): Runner {
  const activity = createActivity();
  const open = queueNames.flatMap((queue) => {
    const lane = lanes[queue];
    if (lane === undefined) return [];
    return [[queue, createLane({ queue, ...lane, room, activity, onProblem })] as const];
  });
  const laneOf = new Map<QueueName, Lane>(open);
  return {
    enqueue: async (queue, tickets) => {
      for (const ticket of tickets) laneOf.get(queue)?.put(ticket);
    },
    pause: async (queue) => laneOf.get(queue)?.setState('paused'),
    resume: async (queue) => laneOf.get(queue)?.setState('running'),
    room: async (queue) => laneOf.get(queue)?.room() ?? 0,
    status: async () => [...laneOf.values()].map((lane) => lane.status()),
    close: (patience) => {
      for (const lane of laneOf.values()) lane.setState('paused');
      return activity.settle(patience);
    },
  };
}

type Lane = ReturnType<typeof createLane>;

type LaneSettings = {
  readonly queue: QueueName;
  readonly work: Work;
  readonly atOnce: number;
  readonly room: number;
  readonly activity: Activity;
  readonly onProblem: OnProblem;
};

function createLane({ queue, work, atOnce, room, activity, onProblem }: LaneSettings) {
  const shelf = createTicketShelf(room);
  const active = new Set<string>();
  let state: QueueStatus['state'] = 'running';

  const begin = (id: string): void => {
    active.add(id);
    void activity
      .run(work, id)
      .catch((problem: unknown) => onProblem(problem, { queue, id }))
      .finally(() => {
        active.delete(id);
        beginSome();
      });
  };
  const beginSome = (): void => {
    while (state === 'running' && active.size < atOnce) {
      const id = shelf.take();
      if (id === undefined) return;
      begin(id);
    }
  };
  return {
    put: (ticket: { readonly id: string; readonly priority: number }): void => {
      if (active.has(ticket.id)) return;
      shelf.put(ticket);
      beginSome();
    },
    setState: (given: QueueStatus['state']): void => {
      state = given;
      beginSome();
    },
    room: (): number => room - shelf.size(),
    status: (): QueueStatus => ({ queue, waiting: shelf.size(), active: active.size, state, workers: 1 }),
  };
}
