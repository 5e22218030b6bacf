import { pictureIsStored, type QueryFunction } from '../../../platform/index.js';
import { type CertificateFacts, pictureKeysOf, type Seal, type Signatory } from '../../core/index.js';
import { seriesPrinters } from '../../issuing/index.js';
import { type Finding, finding, jcsHash, numberCell } from '../../log/index.js';
import { fillWording, patternsUsed, type TemplateWording, unreadablePatterns } from '../../templates/index.js';
import { readableAsync } from './readable.js';
import {
  achievementsOtherThanVersion,
  achievementVersions,
  coursesTaught,
  seriesIssued,
  type TaughtCourse,
  type TemplateRow,
  templateVersionTexts,
  type VersionRow,
} from '../data/printed-reads.js';

interface TemplateText extends Pick<TemplateRow, 'nameZh' | 'nameEn'> {
  readonly wording: TemplateWording;
  readonly signatories: readonly Signatory[];
  readonly seal: Seal;
}

/** Stands for a day: how it is printed is not compared. */
const A_DAY = '\u0000';
const DAYS = { zh: () => A_DAY, en: () => A_DAY };

/**
 * What certificates printed, to be compared with what the office's pages show of it, and of which the next ones are
 * made: versions of achievements and templates, courses, number patterns. Nothing binds these.
 */
export class PrintedTexts {
  /** By what was altered. */
  private readonly found = new Map<string, Finding>();
  private readonly achievements: ReadonlyMap<string, VersionRow>;
  private readonly courses: ReadonlyMap<string, TaughtCourse>;
  private readonly templates = new Map<number, TemplateText>();
  /** Keys of printed pictures, with the number of a certificate that prints each. */
  private readonly pictures = new Map<string, string>();

  private constructor(
    achievements: readonly VersionRow[],
    courses: readonly TaughtCourse[],
    templates: readonly TemplateRow[],
  ) {
    this.achievements = new Map(achievements.map((one) => [`${one.code} ${one.number}`, one]));
    this.courses = new Map(courses.map((one) => [one.cohort, one]));
    for (const one of templates) {
      const template = templateOf(one);
      const what = `Certificate template, version ${one.version}`;
      if (template === null || Number.isNaN(one.version)) this.found.set(what, finding('unreadable', { what }));
      else this.templates.set(one.version, template);
    }
  }

  static async read(query: QueryFunction): Promise<PrintedTexts> {
    return new PrintedTexts(
      await achievementVersions(query),
      await coursesTaught(query),
      await templateVersionTexts(query),
    );
  }

  /** Of a certificate that the log confirms. */
  take(facts: CertificateFacts): void {
    const { number, achievement, course, cohort, templateVersion } = facts;
    const { code, version } = achievement;
    for (const key of pictureKeysOf(facts)) if (!this.pictures.has(key)) this.pictures.set(key, number);
    const own = this.achievements.get(`${code} ${version}`);
    // Certificates of the first shape name no version.
    if (version !== undefined && !(own && isAchievement(achievement, own)))
      this.found.set(`achievement ${code} ${version}`, finding('achievementAltered', { code, version, number }));
    const template = this.templates.get(templateVersion);
    if (template && !isPrintedFrom(facts, template))
      this.found.set(`template ${templateVersion}`, finding('templateAltered', { version: templateVersion, number }));
    const taught = this.courses.get(cohort.code);
    if (taught && !isCourse(course, taught))
      this.found.set(`course ${cohort.code}`, finding('courseAltered', { cohort: cohort.code, number }));
  }

  async findings(query: QueryFunction): Promise<Finding[]> {
    return [
      ...this.found.values(),
      ...(await this.pictureFindings(query)),
      ...(await achievementsOtherThanVersion(query)).map((code) => finding('achievementUnlikeVersion', { code })),
      ...(await readableAsync('A certificate template', () => patternFindings(query))),
    ];
  }

  private async pictureFindings(query: QueryFunction): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const [sha256, number] of this.pictures)
      if (!(await pictureIsStored(query, sha256))) found.push(finding('pictureGone', { sha256, number }));
    return found;
  }
}

async function patternFindings(query: QueryFunction): Promise<Finding[]> {
  const printers = await seriesPrinters(query, await patternsUsed(query));
  const gone = (await seriesIssued(query)).filter((scope) => !printers.has(scope));
  const unreadable = await unreadablePatterns(query);
  return [
    ...gone.map((scope) => finding('patternGone', { scope })),
    ...unreadable.map((version) =>
      finding('unreadable', { what: `The number pattern of certificate template ${version}` }),
    ),
  ];
}

/** `null`: it cannot be read. */
function templateOf({ nameZh, nameEn, ...texts }: TemplateRow): TemplateText | null {
  try {
    const template = {
      nameZh,
      nameEn,
      wording: JSON.parse(texts.wording) as TemplateWording | null,
      signatories: JSON.parse(texts.signatories) as Signatory[] | null,
      seal: JSON.parse(texts.seal) as Seal | null,
    };
    const isWhole =
      Array.isArray(template.signatories) &&
      template.signatories.every((one: unknown) => typeof one === 'object' && one !== null) &&
      WORDINGS.every((name) => typeof template.wording?.[name] === 'string') &&
      typeof template.seal?.textZh === 'string';
    return isWhole ? (template as TemplateText) : null;
  } catch {
    return null;
  }
}

const WORDINGS = ['leadZh', 'leadEn', 'bodyZh', 'bodyEn'] as const;

/** What came with later shapes is left out by older certificates. */
function isAchievement(printed: CertificateFacts['achievement'], version: VersionRow): boolean {
  const names = ['nameZh', 'nameEn', 'criteriaZh', 'criteriaEn'] as const;
  const { skills, level, picture } = printed;
  return (
    names.every((name) => printed[name] === version[name]) &&
    (skills === undefined || jcsHash(skills) === hashOfJson(version.skills)) &&
    (level === undefined || level === version.level) &&
    (picture === undefined || picture === version.picture)
  );
}

/** Of nothing, where the text is no JSON. */
function hashOfJson(text: string): string {
  try {
    return jcsHash(JSON.parse(text));
  } catch {
    return '';
  }
}

function isCourse({ titleZh, titleEn, hours }: CertificateFacts['course'], taught: TaughtCourse): boolean {
  return titleZh === taught.titleZh && titleEn === taught.titleEn && hours === numberCell(taught.hours);
}

function isPrintedFrom(printed: CertificateFacts, template: TemplateText): boolean {
  return areSignedAlike(printed, template) && isWorded(printed, template);
}

/** A paper leaves out the language that it does not speak. */
function isWorded(printed: CertificateFacts, { nameZh, nameEn, wording }: TemplateText): boolean {
  const { headingZh, headingEn } = printed.wording;
  const filled = fillWording(wording, printed, DAYS);
  return (
    (headingZh === '' || headingZh === nameZh) &&
    (headingEn === '' || headingEn === nameEn) &&
    WORDINGS.every((name) => printed.wording[name] === '' || isFilled(printed.wording[name], filled[name]))
  );
}

/** Whether a text is another with something in the place of each day. */
function isFilled(text: string, withDays: string): boolean {
  const [first = '', ...parts] = withDays.split(A_DAY);
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const next = text.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** A paper leaves out the language that it does not speak, and writes the issuer's name into a seal without text. */
function areSignedAlike(printed: CertificateFacts, template: TemplateText): boolean {
  const { textZh, footZh, picture = null } = template.seal;
  const seal =
    printed.seal.footZh === footZh &&
    (printed.seal.picture ?? null) === picture &&
    (textZh === '' || printed.seal.textZh === textZh);
  return seal && printed.signatories.every((one) => template.signatories.some((other) => isSignatory(one, other)));
}

function isSignatory(printed: Signatory, template: Signatory): boolean {
  const names = ['nameZh', 'nameEn', 'titleZh', 'titleEn'] as const;
  return (
    names.every((name) => printed[name] === '' || printed[name] === template[name]) &&
    (printed.picture ?? null) === (template.picture ?? null)
  );
}
