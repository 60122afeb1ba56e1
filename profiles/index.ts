import type { Profile } from '../model/profile.ts';

/** Every published form that fuhe knows. */
export const profiles: readonly Profile[] = [];
