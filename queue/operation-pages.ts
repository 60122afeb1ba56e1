import type { Health } from './health.ts';
import type { Service } from './service.ts';

/** An answer to whoever watches this process. */
export type OperationPage = { readonly status: number; readonly contentType: string; readonly body: string };

const json = 'application/json';

/** `/healthz`: is it alive; `/readyz`: can it work; `/metrics`: for Prometheus. Undefined for anything else. */
export async function operationPage(
  path: string,
  { health, metrics }: Pick<Service, 'health' | 'metrics'>,
): Promise<OperationPage | undefined> {
  switch (path) {
    case '/healthz':
      return { status: 200, contentType: json, body: '{"alive":true}\n' };
    case '/readyz':
      return readiness(await health());
    case '/metrics':
      return { status: 200, contentType: metrics.contentType, body: await metrics.text() };
    default:
      return undefined;
  }
}

function readiness(health: Health): OperationPage {
  return { status: health.ready ? 200 : 503, contentType: json, body: `${JSON.stringify(health)}\n` };
}
