import { ownFolder } from '../../store/owner/own-folder.ts';
import { StoreProblem } from '../../store/store-problem.ts';

/** Owns the folder that it is given until it is killed, and tells the test whether it could. */
const [folder = ''] = process.argv.slice(2);
try {
  await ownFolder(folder);
  process.send?.('owned');
  setInterval(() => {}, 60_000);
} catch (problem) {
  process.send?.(problem instanceof StoreProblem ? problem.code : String(problem));
  process.disconnect?.();
}
