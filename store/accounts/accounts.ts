/** `viewer` reads; `auditor` decides, corrects and uploads; `admin` runs the service and the accounts. */
export type Role = 'viewer' | 'auditor' | 'admin';

export type User = {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly disabledAt: number | undefined;
};

/** Who a secret belongs to, and what it lets them do. */
export type Authorised = { readonly user: User; readonly role: Role };

/** A way in for programs. The secret itself is never kept. */
export type Token = {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly lastUsed: number | undefined;
  readonly expiresAt: number | undefined;
};

/** `last-admin`: nobody could run the service afterwards; nothing was changed. */
export type UserChange = 'changed' | 'unknown' | 'last-admin';

/**
 * Who may use the program. Passwords and secrets come in as hashes that the caller makes; a user who is disabled has no session
 * and no token that works. Changes are in the audit log.
 */
export type Accounts = {
  readonly users: () => Promise<readonly User[]>;
  /** Undefined when the name is taken. */
  readonly create: (
    user: { readonly name: string; readonly role: Role; readonly passwordHash: string },
    who: string,
  ) => Promise<User | undefined>;
  /** The user who may sign in under a name, with the hash to compare; undefined for disabled ones. */
  readonly signIn: (
    name: string,
  ) => Promise<{ readonly user: User; readonly passwordHash: string } | undefined>;
  readonly setRole: (id: number, role: Role, who: string) => Promise<UserChange>;
  /** Ends all sessions of the user. */
  readonly setPassword: (id: number, passwordHash: string, who: string) => Promise<UserChange>;
  readonly setAccess: (id: number, access: 'enabled' | 'disabled', who: string) => Promise<UserChange>;
  /** Keeps a session for `lasts` milliseconds at most. */
  readonly openSession: (userId: number, secretHash: string, lasts: number) => Promise<void>;
  /** Who a session belongs to; undefined when it is over, or was not used for `idle` milliseconds. */
  readonly session: (secretHash: string, idle: number) => Promise<Authorised | undefined>;
  readonly closeSession: (secretHash: string) => Promise<void>;
  readonly createToken: (
    token: {
      readonly userId: number;
      readonly name: string;
      readonly role: Role;
      readonly secretHash: string;
      readonly expiresAt?: number;
    },
    who: string,
  ) => Promise<Token>;
  /** Tokens of a user that were not revoked. */
  readonly tokens: (userId: number) => Promise<readonly Token[]>;
  /** Who a token belongs to; its role is never above the user's. */
  readonly token: (secretHash: string) => Promise<Authorised | undefined>;
  readonly revokeToken: (id: number, who: string) => Promise<boolean>;
  /** Notes a failed attempt to sign in, and gives how many there were for the subject (a name, an address) in the last `within` ms. */
  readonly failedLogin: (subject: string, within: number) => Promise<number>;
  readonly failedLogins: (subject: string, within: number) => Promise<number>;
  /** Forgets the failed attempts of a subject: somebody signed in. */
  readonly forgiveLogins: (subject: string) => Promise<void>;
};
