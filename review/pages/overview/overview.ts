import type { Throughput } from '../../../reports/plots/tallies.ts';
import type { FinishedDay } from '../../../store/overview/overview.ts';
import type { ReviewDependencies } from '../../dependencies.ts';
import { answerPage } from '../../http/answer.ts';
import type { Route } from '../../route.ts';
import { page, wordsOf } from '../../views/layout.ts';
import { overviewBody } from '../../views/overview/overview.ts';
import { zoneAhead } from '../../views/show-time.ts';

/** Days of throughput that are shown, today included. */
const shownDays = 30;

/** Milliseconds. */
const day = 24 * 3_600_000;

/** Units and reports that are named; the rest is found by search. */
const mostNamed = 8;

export function overviewRoute({ store }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/overview',
    access: 'viewer',
    handle: async (visit) => {
      const today = Math.floor((Date.now() + zoneAhead) / day);
      const first = today - shownDays + 1;
      const [tallies, units, revised] = await Promise.all([
        store.overview.tallies({ since: first * day - zoneAhead, zoneAhead }),
        store.overview.units('', mostNamed),
        store.overview.revised(mostNamed),
      ]);
      const throughput = everyDay(tallies.finished, first, today);
      const body = overviewBody(visit, { tallies, days: shownDays, throughput, units, revised });
      return answerPage(
        visit.c,
        page(visit, { title: wordsOf(visit).overview.title, body, here: 'overview' }),
      );
    },
  };
}

/** Days on which nothing was finished are days too; before the first on which something was there is nothing to show. */
function everyDay(finished: readonly FinishedDay[], first: number, last: number): readonly Throughput[] {
  const begin = Math.max(first, finished[0]?.day ?? last + 1);
  return Array.from({ length: last - begin + 1 }, (_, index) => {
    const found = finished.find((one) => one.day === begin + index);
    return {
      span: new Date((begin + index) * day).toISOString().slice(5, 10),
      checked: found?.checked ?? 0,
      withoutAssessment: found?.withoutAssessment ?? 0,
      unreadable: found?.unreadable ?? 0,
    };
  });
}
