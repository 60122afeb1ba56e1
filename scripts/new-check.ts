import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findingCodes } from '../model/finding.ts';

/** Scaffolds a check: `npm run new check family/name`. The code must stand in `model/finding.ts` already. */
const folder = path.join(import.meta.dirname, '../scoring/checks');

function main(kind: string | undefined, code: string | undefined): void {
  const refusal = refuse(kind, code);
  if (refusal !== undefined || code === undefined) {
    process.stderr.write(`${refusal}\n`);
    process.exitCode = 2;
    return;
  }
  const name = code.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
  writeFileSync(fileOf(code), scaffold(code, name));
  list(path.basename(fileOf(code)), name);
  process.stdout.write(
    `${path.basename(fileOf(code))} written and listed; next: examples, run, npm run docs\n`,
  );
}

function refuse(kind: string | undefined, code: string | undefined): string | undefined {
  if (kind !== 'check' || !code || !/^[a-z]+\/[a-z-]+$/.test(code))
    return 'usage: npm run new check family/name';
  if (!findingCodes.some((known) => known === code))
    return `${code} is no code of model/finding.ts: add it there first`;
  return existsSync(fileOf(code)) ? `${path.basename(fileOf(code))} exists` : undefined;
}

const fileOf = (code: string): string => path.join(folder, `${code.replace('/', '-')}.ts`);

function list(file: string, name: string): void {
  const index = path.join(folder, 'index.ts');
  const listed = readFileSync(index, 'utf8')
    .replace("import type { Check } from './check.ts';", `$&\nimport { ${name} } from './${file}';`)
    .replace(/\n\];/, `\n  ${name},\n];`);
  writeFileSync(index, listed);
}

function scaffold(code: string, name: string): string {
  return `import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  differs: ({ printed, recomputed }: { readonly printed: string; readonly recomputed: string }) => ({
    zh: \`填报 \${printed}，复算 \${recomputed}；请核对\`,
    en: \`\${printed} is printed, \${recomputed} was recomputed; compare the two\`,
  }),
};

/** One sentence: what disagrees. */
export const ${name}: Check = {
  code: '${code}',
  title: { zh: '', en: '' },
  rationale: { zh: '', en: '' },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '提示的例子', en: 'fires' },
      fires: true,
      assessment: exampleAssessment({ rows: [] }),
    },
    {
      name: { zh: '不提示的例子', en: 'stays silent' },
      fires: false,
      assessment: exampleAssessment({ rows: [] }),
    },
  ],
  run: () => [],
};
`;
}

main(process.argv[2], process.argv[3]);
