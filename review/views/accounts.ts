import { html, type Markup } from '../../reports/html/markup.ts';
import type { Token, User } from '../../store/accounts/accounts.ts';
import { shortestPassword } from '../accounts/passwords.ts';
import type { Visit } from '../route.ts';
import { roles } from '../visitor.ts';
import type { ReviewWords } from '../words/words.ts';
import { flag, formToken, wordsOf } from './layout.ts';
import { showTime } from './show-time.ts';

/** What came of the last form: a problem, that it was saved, or a token that is shown this once. */
export type AccountsSaid = {
  readonly problem?: 'tooShort' | 'taken' | 'badName' | 'lastAdmin';
  readonly saved?: 'saved';
  readonly secret?: string;
};

export type AccountsView = {
  readonly accounts: readonly { readonly user: User; readonly tokens: readonly Token[] }[];
  readonly said: AccountsSaid;
  readonly way: 'local' | 'accounts';
};

export function accountsBody(visit: Visit, { accounts, said, way }: AccountsView): Markup {
  const own = wordsOf(visit);
  const { accounts: words } = own;
  const local = way === 'local' ? html`<p class="note">${words.localNote}</p>` : undefined;
  const list = html`<table><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.role}</th><th scope="col">${words.state}</th><th scope="col">${words.newPassword}</th><th scope="col">${words.tokens}</th></tr></thead><tbody>${accounts.map((account) => row(account, visit, own))}</tbody></table>`;
  return html`<div class="head"><h1>${words.title}</h1></div>${local}${told(said, own)}${accounts.length === 0 ? undefined : list}
<section class="panel"><h2>${words.add}</h2><form method="post" action="/accounts" class="row-of">${formToken(visit)}<label class="field"><span>${words.name}</span><input name="name" required maxlength="60" autocomplete="off"></label><label class="field"><span>${words.password}</span><input name="password" type="password" required minlength="${shortestPassword}" autocomplete="new-password"></label><label class="field"><span>${words.role}</span>${roleChoice('auditor', own)}</label><button class="main">${words.add}</button></form></section>`;
}

function told({ problem, saved, secret }: AccountsSaid, { accounts }: ReviewWords): Markup | undefined {
  if (problem !== undefined) return html`<p class="note is-bad" role="alert">${accounts[problem]}</p>`;
  if (secret !== undefined)
    return html`<div class="note is-good" role="status">${accounts.tokenOnce}<code class="secret">${secret}</code></div>`;
  return saved === undefined ? undefined : html`<p class="note is-good" role="status">${accounts.saved}</p>`;
}

function roleChoice(chosen: User['role'], { roles: names }: ReviewWords): Markup {
  return html`<select name="role">${roles.map((role) => html`<option value="${role}"${flag(role === chosen, 'selected')}>${names[role]}</option>`)}</select>`;
}

function row({ user, tokens }: AccountsView['accounts'][number], visit: Visit, own: ReviewWords): Markup {
  const { accounts: words } = own;
  const isDisabled = user.disabledAt !== undefined;
  const form = (action: string, content: Markup) =>
    html`<form method="post" action="/accounts/${action}" class="row-of">${formToken(visit)}<input type="hidden" name="id" value="${user.id}">${content}</form>`;
  const state = isDisabled
    ? html`<span class="tag bad">✗ ${words.disabled}</span>`
    : html`<span class="tag good">✓ ${words.active}</span>`;
  return html`<tr><td><b>${user.name}</b><div class="meta">${words.created} ${showTime(user.createdAt)}</div></td><td>${form('role', html`${roleChoice(user.role, own)}<button>${words.changeRole}</button>`)}</td><td>${form('access', html`${state}<button class="plain" name="access" value="${isDisabled ? 'enabled' : 'disabled'}">${isDisabled ? words.enable : words.disable}</button>`)}</td><td>${form('password', html`<label class="unseen" for="password-${user.id}">${words.newPassword}</label><input id="password-${user.id}" name="password" type="password" minlength="${shortestPassword}" required autocomplete="new-password"><button>${words.reset}</button>`)}</td><td>${tokens.map((token) => tokenLine(token, visit, own))}<details><summary>${words.addToken}</summary>${form('tokens', html`<label class="unseen" for="token-${user.id}">${words.tokenName}</label><input id="token-${user.id}" name="name" required maxlength="60" placeholder="${words.tokenName}">${roleChoice('viewer', own)}<button>${words.addToken}</button>`)}</details></td></tr>`;
}

function tokenLine({ id, name, role, createdAt }: Token, visit: Visit, own: ReviewWords): Markup {
  return html`<form method="post" action="/accounts/tokens/revoke" class="row-of">${formToken(visit)}<input type="hidden" name="id" value="${id}"><span>${name} <span class="meta">${own.roles[role]} · ${showTime(createdAt)}</span></span><button class="plain">${own.accounts.revoke}</button></form>`;
}
