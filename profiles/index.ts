import type { Profile } from '../model/profile.ts';
import { guangzhouDepartment2023 } from './guangzhou-department-2023.ts';

/** Every published form that fuhe knows. */
export const profiles: readonly Profile[] = [guangzhouDepartment2023];
