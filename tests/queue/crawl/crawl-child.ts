import { setTimeout } from 'node:timers/promises';
import { siteSchema } from '../../../crawl/site.ts';
import { openBullmqRunner } from '../../../queue/bullmq/bullmq-runner.ts';
import { crawlIntoStore } from '../../../queue/crawl/crawl-stage.ts';
import { openInlineRunner } from '../../../queue/inline/inline-runner.ts';
import type { Lanes } from '../../../queue/runner.ts';
import { siteState } from '../../../queue/schedules/site-state.ts';
import { openStore } from '../../../store/open-store.ts';
import { testMeans } from '../../web/crawl-test-site.ts';

/** Crawls one site of a test web that another process serves, until its run has ended; the test kills it on the way. */
const [dataFolder = '', port = '', host = '', start = '', redis = '', prefix = ''] = process.argv.slice(2);

const site = siteSchema.parse({
  name: host,
  start: [`http://${host}:${port}${start}`],
  intervalSeconds: 0.005,
});
const store = await openStore({ dataFolder, engine: '1.0.0' });
const means = testMeans({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
const settings = { store, means, worker: String(process.pid), leaseFor: 600, now: () => new Date() };
const lanes: Lanes = {
  crawl: {
    atOnce: 1,
    work: async (_, signal) => {
      await crawlIntoStore(site, settings, signal);
    },
  },
};
const onProblem = (problem: unknown): void => console.error(problem);
const runner =
  redis === ''
    ? openInlineRunner({ lanes, room: 10, onProblem })
    : await openBullmqRunner({
        url: redis,
        lanes,
        name: String(process.pid),
        lockFor: 600,
        room: 10,
        prefix,
        onProblem,
      });

const isOver = async (): Promise<boolean> =>
  (await store.crawl.runs(host, 1)).length > 0 &&
  !(await siteState(store.settings, host, new Date())).isUnfinished;

while (!(await isOver())) {
  await runner.enqueue('crawl', [{ id: host, priority: 0 }]);
  await setTimeout(100);
}
await runner.close(1000);
await means.close();
await store.close();
process.exit(0);
