import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { isAccountName } from '../../review/accounts/account-name.ts';
import { hashPassword, shortestPassword } from '../../review/accounts/passwords.ts';
import type { Role, User } from '../../store/accounts/accounts.ts';
import type { Store } from '../../store/open-store.ts';
import { CallProblem } from '../call-problem.ts';
import { exitStatus } from '../exit-status.ts';
import { type RecordOptions, withRecord } from './open-record.ts';
import { serviceWords } from './words.ts';

export type AccountAction = 'add' | 'list' | 'reset' | 'disable' | 'enable' | 'role';

export type AccountOptions = RecordOptions & {
  readonly role: Role;
  /** The password is the first line of stdin; otherwise one is made and printed. */
  readonly passwordStdin?: boolean;
};

/** Who the acts of this command are written down as. */
const operator = 'cli';

/** The accounts of the pages: list them, add one, set another password or role, lock out, let in. */
export function accountCommand(
  action: AccountAction,
  name: string | undefined,
  options: AccountOptions,
): Promise<number> {
  return withRecord(options, async ({ store, language }) => {
    if (action === 'list') {
      const users = await store.accounts.users();
      for (const user of users) process.stdout.write(`${userLine(user)}\n`);
      return exitStatus.fine;
    }
    if (name === undefined || !isAccountName(name)) throw new CallProblem(serviceWords.accountName);
    if (action === 'add') await addAccount(store, name, options);
    else await changeAccount(store, { action, name, options });
    process.stderr.write(`${serviceWords.accountDone[language]}\n`);
    return exitStatus.fine;
  });
}

function userLine({ name, role, disabledAt }: User): string {
  return [name, role, disabledAt === undefined ? 'enabled' : 'disabled'].join('\t');
}

async function addAccount(store: Store, name: string, options: AccountOptions): Promise<void> {
  const { password, isOurs } = await choosePassword(options);
  const passwordHash = await hashPassword(password);
  const created = await store.accounts.create({ name, role: options.role, passwordHash }, operator);
  if (created === undefined) throw new CallProblem(serviceWords.accountTaken);
  if (isOurs) process.stdout.write(`${password}\n`);
}

type Change = {
  readonly action: Exclude<AccountAction, 'add' | 'list'>;
  readonly name: string;
  readonly options: AccountOptions;
};

async function changeAccount(store: Store, { action, name, options }: Change): Promise<void> {
  const { accounts } = store;
  const user = (await accounts.users()).find((one) => one.name === name);
  if (user === undefined) throw new CallProblem(serviceWords.accountUnknown);
  const change = async () => {
    switch (action) {
      case 'role':
        return accounts.setRole(user.id, options.role, operator);
      case 'disable':
        return accounts.setAccess(user.id, 'disabled', operator);
      case 'enable':
        return accounts.setAccess(user.id, 'enabled', operator);
      case 'reset': {
        const { password, isOurs } = await choosePassword(options);
        const outcome = await accounts.setPassword(user.id, await hashPassword(password), operator);
        if (isOurs) process.stdout.write(`${password}\n`);
        return outcome;
      }
    }
  };
  if ((await change()) === 'last-admin') throw new CallProblem(serviceWords.accountLastAdmin);
}

/** A password never stands in the arguments: other users of the machine can read those. */
async function choosePassword({
  passwordStdin,
}: AccountOptions): Promise<{ password: string; isOurs: boolean }> {
  if (!passwordStdin) return { password: randomBytes(15).toString('base64url'), isOurs: true };
  const password = (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  if (password.length < shortestPassword) throw new CallProblem(serviceWords.accountPassword);
  return { password, isOurs: false };
}
