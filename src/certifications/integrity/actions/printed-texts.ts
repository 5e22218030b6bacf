import type { QueryFunction } from '../../../platform/index.js';
import type { CertificateFacts, Seal, Signatory } from '../../core/index.js';
import { type Finding, finding, jcsHash } from '../../log/index.js';
import { achievementVersions, templateVersionTexts } from '../data/verify-reads.js';

type Printed = Pick<CertificateFacts['achievement'], 'nameZh' | 'nameEn' | 'criteriaZh' | 'criteriaEn'>;

interface Sample {
  readonly number: string;
  readonly hash: string;
}

interface PrintedByTemplate extends TemplateText {
  readonly number: string;
}

interface TemplateText {
  readonly signatories: readonly Signatory[];
  readonly seal: Seal;
}

/**
 * Texts of each version of an achievement or template as printed on certificates, to compare with what the office sees.
 */
export class PrintedTexts {
  private readonly achievements = new Map<string, Sample>();
  private readonly templates = new Map<number, PrintedByTemplate>();

  /** Adds a certificate that the log confirms. */
  take({ number, achievement, signatories, seal, templateVersion }: CertificateFacts): void {
    const { code, version } = achievement;
    const key = `${code} ${version ?? 0}`;
    if (version !== undefined && !this.achievements.has(key))
      this.achievements.set(key, { number, hash: hashOfAchievement(achievement) });
    if (!this.templates.has(templateVersion)) this.templates.set(templateVersion, { number, signatories, seal });
  }

  async findings(query: QueryFunction): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const { code, number: version, ...row } of await achievementVersions(query)) {
      const sample = this.achievements.get(`${code} ${version}`);
      if (sample && sample.hash !== hashOfAchievement(row))
        found.push(finding('achievementAltered', { code, version, number: sample.number }));
    }
    for (const { version, signatories, seal } of await templateVersionTexts(query)) {
      const sample = this.templates.get(version);
      const template = templateOf(signatories, seal);
      if (template === null) found.push(finding('unreadable', { what: `Certificate template, version ${version}` }));
      else if (sample && !isPrintedFrom(sample, template))
        found.push(finding('templateAltered', { version, number: sample.number }));
    }
    return found;
  }
}

/** `null`: unreadable. */
function templateOf(signatories: string, seal: string): TemplateText | null {
  try {
    const template = {
      signatories: JSON.parse(signatories) as Signatory[] | null,
      seal: JSON.parse(seal) as Seal | null,
    };
    const isWhole =
      Array.isArray(template.signatories) &&
      template.signatories.every((one: unknown) => typeof one === 'object' && one !== null) &&
      typeof template.seal?.textZh === 'string';
    return isWhole ? (template as TemplateText) : null;
  } catch {
    return null;
  }
}

function hashOfAchievement({ nameZh, nameEn, criteriaZh, criteriaEn }: Printed): string {
  return jcsHash({ nameZh, nameEn, criteriaZh, criteriaEn });
}

/** A certificate omits the language that it does not use, and prints the issuer's name in a seal without text. */
function isPrintedFrom(printed: TemplateText, template: TemplateText): boolean {
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
