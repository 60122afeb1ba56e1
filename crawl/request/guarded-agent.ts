import { Agent } from 'undici';
import { type ConnectorSettings, guardedConnector } from './guarded-connector.ts';

/** The only way in which this project opens connections to the web: every address checked, one connection a host, HTTP/1.1. */
export function guardedAgent(
  settings: ConnectorSettings,
  pool: Pick<Agent.Options, 'keepAliveTimeout'> = {},
): Agent {
  return new Agent({ connect: guardedConnector(settings), connections: 1, allowH2: false, ...pool });
}
