import { describe, expect, test } from 'vitest';
import { seeded } from '../../generator/random.ts';
import { type FleetKind, openFleet } from './fleet.ts';
import { expectWhole } from './whole-record.ts';

/** `FUHE_LONG_TESTS=1`: as many as the issue asks for, on every pair of runner and database. */
const isLong = process.env.FUHE_LONG_TESTS === '1';

const documents = isLong ? 1_000 : 60;
const kills = isLong ? 500 : 12;
const hours = 3_600_000;

const kinds: readonly FleetKind[] = [
  { runner: 'inline', database: 'sqlite', workers: 0 },
  { runner: 'bullmq', database: 'postgres', workers: 3 },
  ...(isLong ? [{ runner: 'bullmq', database: 'sqlite', workers: 2 } as const] : []),
];

describe.each(kinds)('with $runner on $database', (kind) => {
  test(
    `${kills} kills over ${documents} documents lose nothing and do nothing twice`,
    async () => {
      const fleet = await openFleet(kind);
      const random = seeded(20_260_105);
      try {
        let dropped = 0;
        for (let kill = 1; kill <= kills; kill += 1) {
          for (; dropped < (documents * kill) / kills; dropped += 1) fleet.drop(dropped);
          await new Promise((resolve) => setTimeout(resolve, random.integer(200, 2_500)));
          const victim = random.pick(fleet.members);
          await victim.kill();
          await victim.start();
        }
        const quarantined = await expectWhole(fleet, documents, isLong ? hours : 90_000);
        if (isLong) console.info(`${kind.runner} on ${kind.database}: ${quarantined} quarantined by chance`);
        expect(quarantined).toBeLessThan(documents / 4);
      } finally {
        await fleet.close();
      }
    },
    isLong ? 2 * hours : 240_000,
  );
});
