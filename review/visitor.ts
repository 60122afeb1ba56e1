/** `viewer` reads; `auditor` decides, corrects and uploads; `admin` runs the service and the accounts. */
export const roles = ['viewer', 'auditor', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Who asks, and by which way they proved it. */
export type Visitor = {
  readonly name: string;
  readonly role: Role;
  /** `local`: the one-time address of a server without accounts. */
  readonly by: 'account' | 'token' | 'local';
};

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
