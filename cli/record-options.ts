import type { RecordOptions } from './service/open-record.ts';

export type VerifyOptions = RecordOptions & { readonly clean?: true };
