import type { Assessment, Statement } from '../model/assessment.ts';
import { foldWidth, matchKey } from '../text/fold.ts';
import { readYears } from '../text/year.ts';

/**
 * Gives each statement to the form that it is about. In a document of one form that is the form, unless the sentence or the
 * heading above it names something else; where there are several, the sentence must name one of them and no other.
 * Statements about nobody we know are dropped; dates of publication hold for the whole document.
 */
export function assignStatements(assessments: readonly Assessment[]): readonly Assessment[] {
  const all = assessments.flatMap(({ statements }) => statements);
  const isOnly = assessments.length === 1;
  const owners = isOnly ? undefined : ownersOf(all, assessments);
  return assessments.map((assessment) => ({
    ...assessment,
    statements: all.filter((statement) => {
      if (statement.kind === 'publication-date') return true;
      if (owners) return owners.get(statement) === assessment && isOfYear(statement, assessment);
      return isOfYear(statement, assessment) && !namesAnother(statement, assessment);
    }),
  }));
}

/** The last year named before a claim must be the form's own; dates (2024年5月) tell when, not of what. */
function isOfYear({ kind, context }: Statement, { year }: Assessment): boolean {
  if (kind === 'year' || context === undefined) return true;
  const folded = foldWidth(context).replace(/\s+/g, '');
  const said = readYears(folded).filter(({ end }) => !/^年?\d{1,2}[月/.-]/.test(folded.slice(end)));
  const last = said.at(-1);
  return last === undefined || last.year === year?.value;
}

/** Names shorter than this (in characters of their key) turn up anywhere. */
const shortestName = 4;

const keyOf = (name: string | undefined): string => {
  const key = matchKey(name ?? '');
  return key.length < shortestName ? '' : key;
};

const has = (text: string, key: string): boolean => key !== '' && text.includes(key);

/** The one assessment that each statement names; a statement that names none or several has no owner. */
function ownersOf(
  statements: readonly Statement[],
  assessments: readonly Assessment[],
): ReadonlyMap<Statement, Assessment> {
  const named = assessments.map((assessment) => ({
    assessment,
    project: keyOf(assessment.project?.text),
    department: assessment.form === 'department' ? keyOf(assessment.unit?.text) : '',
  }));
  const owners = new Map<Statement, Assessment>();
  for (const statement of statements) {
    const text = matchKey(`${statement.context ?? ''}${statement.quote}`);
    const isWhole = /整体/.test(text);
    const [only, ...others] = named.filter(
      ({ project, department }) => has(text, project) || (isWhole && has(text, department)),
    );
    if (only && others.length === 0) owners.set(statement, only.assessment);
  }
  return owners;
}

const organisation =
  /[\p{Script=Han}]{2,24}?(?:局|中心|医院|学校|小学|中学|学院|大学|委员会|办公室|街道办事处|人民政府|大队|支队|总队|法院|检察院|管理所|研究[院所]|图书馆|博物馆|文化馆)/gu;
const ourselves = /[我本该](?:局|中心|院|校|委|办|单位|部门|街道|镇|乡|馆|所|站|队|会)/;

/** Does the text before a claim speak of a project, a unit or a whole that is not the form's? */
function namesAnother(statement: Statement, { form, project, unit }: Assessment): boolean {
  const text = matchKey(statement.kind === 'year' ? statement.quote : (statement.context ?? ''));
  const [projectKey, unitKey] = [keyOf(project?.text), keyOf(unit?.text)];
  if (has(text, projectKey)) return false;
  const rest = unitKey === '' ? text : text.replaceAll(unitKey, '');
  const isWhole = /整体/.test(text);
  if (form === 'department' ? !isWhole && /项目|专项/.test(text) : isWhole || namesProject(rest)) return true;
  if (ourselves.test(rest)) return false;
  return (
    unitKey !== '' && [...rest.matchAll(organisation)].some(([name]) => !unitKey.includes(matchKey(name)))
  );
}

/** 该项目 and 项目支出 name no project; 道路改造项目 does, and so does a count of several. */
function namesProject(text: string): boolean {
  return [...text.matchAll(/项目/g)].some(({ index }) => {
    const before = text.slice(Math.max(0, index - 2), index);
    return before !== '' && !/[本该此对年度在经将为的]$|(?:支出|预算|财政|单位|部门)$/.test(before);
  });
}
