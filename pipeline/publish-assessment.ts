import type { Assessment, Indicator, Repair } from '../model/assessment.ts';
import type { AppliedCorrection } from '../model/correction.ts';
import type { Finding, RecognisedFigure, Scored } from '../model/finding.ts';
import type { Language } from '../model/localized.ts';
import type { Note } from '../model/note.ts';
import type { Outcome } from '../model/outcome.ts';
import type { CheckResult, ResultAssessment, ResultFinding, ResultIndicator } from '../model/result.ts';

/** The file inside an archive that an assessment was read from; its name is a label, never a path. */
export type ArchiveMember = { readonly name: string; readonly sha256: string };

/** Whose assessment it is, and the language of `message` and `because`. */
type Publication = {
  readonly id: string;
  readonly language: Language;
  readonly member?: ArchiveMember;
  readonly corrections?: readonly AppliedCorrection[];
};

const notScored: Outcome = {
  verdict: 'no-rule',
  because: { zh: '本行没有复算结果', en: 'this row was not recomputed' },
};

/** One assessment with its scoring, in the words and the key order of the contract. */
export function publishAssessment(
  { id, language, member, corrections = [] }: Publication,
  assessment: Assessment,
  scored: Scored,
): ResultAssessment {
  return {
    id,
    member: member ?? null,
    form: assessment.form,
    framework: (assessment.profileBasis === 'rubric' ? assessment.profileId : undefined) ?? null,
    profile: assessment.profileId ?? null,
    title: assessment.title?.text ?? null,
    unit: assessment.unit?.text ?? null,
    department: assessment.department?.text ?? null,
    project: assessment.project?.text ?? null,
    year: assessment.year?.value ?? null,
    pages: assessment.pages ?? null,
    indicators: assessment.indicators.map((indicator, index) =>
      publishIndicator(indicator, scored.outcomes[index] ?? notScored, language),
    ),
    groups: assessment.groups.map((group) => ({
      path: group.path,
      maxScore: group.maxScore?.value ?? null,
      selfScore: group.selfScore?.value ?? null,
      source: group.place,
    })),
    budget: publishBudget(assessment),
    total: publishTotal(assessment, scored, language),
    grade: {
      printed: scored.grade.printed ?? null,
      expected: scored.grade.expected ?? null,
      verdict: scored.grade.verdict,
      bands: scored.grade.bands,
    },
    findings: scored.findings.map((finding) => publishFinding(finding, language)),
    coverage: scored.coverage,
    notes: assessment.notes.map((note) => publishNote(note, language)),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

/** A note of the reading, its message in one language beside both. */
export function publishNote(note: Note, language: Language): CheckResult['notes'][number] {
  return {
    code: note.code,
    message: note.message[language],
    messageIn: note.message,
    source: note.place ?? null,
  };
}

function publishIndicator(indicator: Indicator, outcome: Outcome, language: Language): ResultIndicator {
  return {
    id: indicator.id,
    path: indicator.path,
    kind: indicator.kind,
    maxScore: indicator.maxScore?.value ?? null,
    selfScore: indicator.selfScore?.value ?? null,
    target: indicator.target?.text ?? null,
    actual: indicator.actual?.text ?? null,
    definition: indicator.definition?.text ?? null,
    standard: indicator.standard?.text ?? null,
    evidence: indicator.evidence?.text ?? null,
    deviationReason: indicator.deviationReason?.text ?? null,
    confidence: indicator.confidence,
    repairs: indicator.repairs.map((repair) => publishRepair(repair, language)),
    source: indicator.place,
    scoreSource: indicator.selfScore?.place ?? null,
    rescored: publishOutcome(outcome, language),
  };
}

function publishRepair(repair: Repair, language: Language): ResultIndicator['repairs'][number] {
  return {
    field: repair.field,
    from: repair.from ?? null,
    to: repair.to ?? null,
    because: repair.because[language],
    becauseIn: repair.because,
  };
}

function publishOutcome(outcome: Outcome, language: Language): ResultIndicator['rescored'] {
  return {
    verdict: outcome.verdict,
    expected: outcome.expected ?? null,
    range: outcome.range ?? null,
    admissible: outcome.admissible?.kind === 'finite' ? outcome.admissible.values : null,
    rule: outcome.rule ?? null,
    canonical: outcome.canonical ?? null,
    basis: outcome.basis ?? null,
    because: outcome.because[language],
    becauseIn: outcome.because,
  };
}

function publishBudget({ budget }: Assessment): ResultAssessment['budget'] {
  if (budget === undefined) return null;
  return {
    total: budget.total?.value ?? null,
    parts: budget.parts.map((part) => ({ name: part.name, amount: part.amount.value })),
    unit: budget.unit ?? null,
  };
}

function publishTotal({ total }: Assessment, scored: Scored, language: Language): ResultAssessment['total'] {
  return {
    printed: total?.printed?.value ?? null,
    printedMax: total?.max?.value ?? null,
    low: scored.total.low,
    high: scored.total.high,
    verdict: scored.total.verdict,
    reading: scored.total.reading?.[language] ?? null,
    implied: scored.total.implied.map((implied) => ({
      indicator: implied.indicator,
      score: implied.score,
      admissible: implied.admissible ?? null,
    })),
    impliedUnique: scored.total.impliedUnique,
    source: total?.printed?.place ?? total?.place ?? null,
  };
}

function publishFinding(finding: Finding, language: Language): ResultFinding {
  return {
    code: finding.code,
    severity: finding.severity,
    subject: finding.subject,
    printed: finding.printed ?? null,
    recomputed: finding.recomputed ?? null,
    affectsGrade: finding.affectsGrade,
    message: finding.message[language],
    messageIn: finding.message,
    sources: finding.places,
    ...(finding.recognised && { recognised: finding.recognised.map(publishRecognised) }),
  };
}

function publishRecognised({
  text,
  place,
  recognition,
}: RecognisedFigure): NonNullable<ResultFinding['recognised']>[number] {
  const { state, engines, confidence, readings, crop } = recognition;
  return { text, state, engines, confidence, readings, source: place, crop: crop ?? null };
}
