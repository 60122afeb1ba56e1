/** Names one fault point; only tests set it (`FUHE_FAULT_POINT=name`, or `name:3` for the third time). */
const [wanted, count = '1'] = (process.env.FUHE_FAULT_POINT ?? '').split(':');
let passes = 0;

/**
 * A boundary at which a crash must lose nothing. The crash tests start a process with `FUHE_FAULT_POINT` and it kills itself
 * here with SIGKILL, as if the power had gone; without that variable this does nothing.
 */
export async function faultPoint(name: string): Promise<void> {
  if (name !== wanted) return;
  passes += 1;
  if (passes < Number(count)) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives a moment later: nothing may happen in between.
  await new Promise(() => {});
}
