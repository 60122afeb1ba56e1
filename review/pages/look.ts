import { seeOther } from '../http/answer.ts';
import { readFields } from '../http/fields.ts';
import { rememberLook } from '../look.ts';
import type { Route } from '../route.ts';

/** Language and appearance: chosen by anyone, even before signing in. */
export const lookRoute: Route = {
  method: 'POST',
  path: '/look',
  access: 'anyone',
  handle: async ({ c }) => {
    const fields = await readFields(c);
    rememberLook(c, { language: fields.one('language'), theme: fields.one('theme') });
    return seeOther(c, fields.one('back'));
  },
};
