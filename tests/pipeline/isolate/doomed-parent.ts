import { oddPool, outcome } from './pools.ts';

/** A parent of its own process: prints its child's pid, then leaves it in an endless loop or idle, and never closes the pool. */
const pool = oddPool();
const pid = outcome(await pool.run('pid'));
if (process.argv[2] === 'loop') void pool.run('loop');
console.log(pid);
