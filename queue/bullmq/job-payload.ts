import { z } from 'zod';
import type { Ticket } from '../runner.ts';

/** What a job carries, and nothing else: a megabyte in a job takes four in Redis. */
const payloadSchema = z.strictObject({ id: z.string().min(1).max(200) });

/** Bytes of a payload that Redis would be given at most; an id has some ten. */
export const payloadLimit = 16 * 1024;

/** bullmq takes no whole numbers and no colons for ids of jobs; the ids of the record are numbers. */
export const jobIdOf = ({ id }: Pick<Ticket, 'id'>): string => `t-${id.replaceAll(':', '.')}`;

export const payloadOf = ({ id }: Ticket): z.infer<typeof payloadSchema> => ({ id });

/** The id in a job. Rejects whatever somebody else may have put there. */
export function idOf(payload: unknown): string {
  return payloadSchema.parse(payload).id;
}
