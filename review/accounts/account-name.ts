/** Letters (Chinese ones too), digits, dots and dashes: nothing that needs care in a page, a log or a file. */
export function isAccountName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u.test(name);
}
