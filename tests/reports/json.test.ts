import { describe, expect, test } from 'vitest';
import { checkResultSchema } from '../../model/result.ts';
import { jsonReport, ndjsonReport } from '../../reports/json.ts';
import { allResults } from './results.ts';

async function written(make: typeof jsonReport, results = allResults): Promise<string> {
  const texts: string[] = [];
  const report = make(async (text) => void texts.push(text));
  for (const result of results) await report.write(result);
  await report.finish('complete');
  return texts.join('');
}

describe('the JSON reports', () => {
  test('hold results of the published schema, one a line, nothing lost', async () => {
    const lines = (await written(ndjsonReport)).trimEnd().split('\n');
    expect(lines.map((line) => checkResultSchema.parse(JSON.parse(line)))).toEqual(allResults);
  });

  test('close the array, an empty one too', async () => {
    expect(JSON.parse(await written(jsonReport))).toEqual(allResults);
    expect(JSON.parse(await written(jsonReport, []))).toEqual([]);
  });
});
