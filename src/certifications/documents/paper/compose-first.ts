import type { CertificateFacts, Signatory } from '../../core/domain/index.js';
import type { Composition } from './composition.js';
import { circle, line, type Point, rectangle } from './drawing/curves.js';
import { widthOf } from './drawing/fonts.js';
import { engraving, FINE } from './drawing/guilloche.js';
import { filled, type Mark, PAPER, type Part, type Picture, stroked, text } from './drawing/picture.js';
import { qrPath } from './drawing/qr.js';
import { balancedLines, fittingSize } from './drawing/typesetting.js';
import { seal } from './seal.js';
import { stampMarks, stampTitle } from './stamp.js';

const MIDDLE = PAPER.width / 2;
const TEXT_WIDTH = 610;
const QR = { x: 80, y: 412, size: 84 } as const;
const SEAL_CENTRE: Point = [698, 446];
const NAME_ROOM = { width: 600, most: 46, least: 17 } as const;
const LATIN_NAME_ROOM = { width: 600, most: 17, least: 8 } as const;

/** The first shape, in reading order: certificates printed so are not laid out anew. */
export function composeFirst({ facts, address, days, stamp, fineness = FINE }: Composition): Picture {
  const title = `${facts.wording.headingZh} ${facts.number} ${facts.recipient.name}`;
  return {
    title: stamp ? `${title} (${stampTitle(stamp)})` : title,
    parts: [
      { role: { tag: 'Artifact' }, marks: engraving(fineness) },
      ...heading(facts),
      ...recipient(facts),
      ...sentences(facts),
      ...signatures(facts.signatories),
      ...checking(facts, address),
      ...issuing(facts, days),
      ...(stamp
        ? [{ role: { tag: 'Figure', lang: 'zh-CN', alt: stampTitle(stamp) }, marks: stampMarks(stamp) } as const]
        : []),
    ],
  };
}

const chinese = (...marks: Mark[]): Part => ({ role: { tag: 'P', lang: 'zh-CN' }, marks });
const english = (...marks: Mark[]): Part => ({ role: { tag: 'P', lang: 'en' }, marks });

function heading({ wording, issuer }: CertificateFacts): Part[] {
  const size = fittingSize(wording.headingZh, 'bold', { width: TEXT_WIDTH, most: 39, least: 12 }) ?? 12;
  return [
    chinese(
      text(
        issuer.nameZh,
        { x: MIDDLE, y: 92, size: fittingSize(issuer.nameZh, 'bold', { width: TEXT_WIDTH, most: 14, least: 7 }) ?? 7 },
        { weight: 'bold', ink: 'teal' },
      ),
    ),
    english(
      text(
        issuer.nameEn,
        {
          x: MIDDLE,
          y: 107,
          size: fittingSize(issuer.nameEn, 'regular', { width: TEXT_WIDTH, most: 9.5, least: 6 }) ?? 6,
        },
        { ink: 'grey' },
      ),
    ),
    {
      role: { tag: 'H1', lang: 'zh-CN' },
      marks: [text(wording.headingZh, { x: MIDDLE, y: 160, size }, { weight: 'bold' })],
    },
    english(
      text(
        wording.headingEn,
        {
          x: MIDDLE,
          y: 183,
          size: fittingSize(wording.headingEn, 'regular', { width: TEXT_WIDTH, most: 14.5, least: 8 }) ?? 8,
        },
        { ink: 'teal' },
      ),
    ),
    { role: { tag: 'Artifact' }, marks: divider(197) },
  ];
}

/** A hairline with a drop in its middle. */
function divider(y: number): Mark[] {
  return [
    stroked(line([MIDDLE - 92, y], [MIDDLE - 9, y]), 'tealSoft', 0.7),
    stroked(line([MIDDLE + 9, y], [MIDDLE + 92, y]), 'tealSoft', 0.7),
    filled(circle([MIDDLE, y], 2), 'teal'),
  ];
}

function recipient({ wording, recipient: person }: CertificateFacts): Part[] {
  const size = fittingSize(person.name, 'bold', NAME_ROOM) ?? NAME_ROOM.least;
  const latin = person.latinName;
  const meeting = MIDDLE + (widthOf(wording.leadZh, 'regular', 11.5) - widthOf(wording.leadEn, 'regular', 10.5)) / 2;
  return [
    chinese(text(wording.leadZh, { x: meeting - 6, y: 222, size: 11.5 }, { ink: 'grey', anchor: 'end' })),
    english(text(wording.leadEn, { x: meeting + 6, y: 222, size: 10.5 }, { ink: 'grey', anchor: 'start' })),
    chinese(text(person.name, { x: MIDDLE, y: latin ? 272 : 281, size }, { weight: 'bold' })),
    ...(latin
      ? [
          english(
            text(
              latin,
              { x: MIDDLE, y: 296, size: fittingSize(latin, 'regular', LATIN_NAME_ROOM) ?? LATIN_NAME_ROOM.least },
              { ink: 'ink' },
            ),
          ),
        ]
      : []),
  ];
}

/** Sizes at which the sentences are tried: long titles take smaller type rather than the signatures' room. */
const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52] as const;
const LOWEST_ACHIEVEMENT = 418;

function sentences({ wording, achievement }: CertificateFacts): Part[] {
  const { zh, en, scale, enTop, achieved } = firstThatFits(wording);
  return [
    chinese(...zh.map((one, at) => text(one, { x: MIDDLE, y: 324 + at * 20 * scale, size: 12.5 * scale }))),
    english(
      ...en.map((one, at) => text(one, { x: MIDDLE, y: enTop + at * 14.5 * scale, size: 10 * scale }, { ink: 'grey' })),
    ),
    chinese(
      text(
        achievement.nameZh,
        {
          x: MIDDLE,
          y: achieved,
          size: fittingSize(achievement.nameZh, 'bold', { width: 460, most: 19, least: 9 }) ?? 9,
        },
        { weight: 'bold', ink: 'teal' },
      ),
    ),
    english(
      text(
        achievement.nameEn,
        {
          x: MIDDLE,
          y: achieved + 17,
          size: fittingSize(achievement.nameEn, 'regular', { width: 460, most: 11.5, least: 7 }) ?? 7,
        },
        { ink: 'teal' },
      ),
    ),
  ];
}

function firstThatFits(wording: CertificateFacts['wording']): SetSentences {
  for (const scale of SCALES) {
    const set = setAt(wording, scale);
    if (set.achieved <= LOWEST_ACHIEVEMENT) return set;
  }
  return setAt(wording, SCALES.at(-1) ?? 1);
}

interface SetSentences {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly scale: number;
  readonly enTop: number;
  /** Baseline of the achievement below them. */
  readonly achieved: number;
}

function setAt({ bodyZh, bodyEn }: CertificateFacts['wording'], scale: number): SetSentences {
  const zh = balancedLines(bodyZh, 'regular', { width: TEXT_WIDTH, size: 12.5 * scale });
  const en = balancedLines(bodyEn, 'regular', { width: TEXT_WIDTH, size: 10 * scale });
  const enTop = 324 + zh.length * 20 * scale;
  return { zh, en, scale, enTop, achieved: Math.max(enTop + en.length * 14.5 * scale + 14, 391) };
}

function signatures(signatories: readonly Signatory[]): Part[] {
  const width = 330;
  const each = width / Math.max(1, signatories.length);
  return signatories.map((one, at) => {
    const x = MIDDLE - width / 2 + each * (at + 0.5) - 4;
    const fit = (words: string, most: number) =>
      fittingSize(words, 'regular', { width: each - 16, most, least: 4 }) ?? 4;
    return chinese(
      text(one.nameZh, { x, y: 474, size: fit(one.nameZh, 13) }, { weight: 'bold' }),
      stroked(line([x - each / 2 + 10, 480], [x + each / 2 - 10, 480]), 'rule', 0.7),
      text(one.titleZh, { x, y: 492, size: fit(one.titleZh, 8.5) }, { ink: 'grey' }),
      text(one.nameEn, { x, y: 503, size: fit(one.nameEn, 7.6) }, { ink: 'grey' }),
      text(one.titleEn, { x, y: 513, size: fit(one.titleEn, 7.2) }, { ink: 'grey' }),
    );
  });
}

function checking({ number }: CertificateFacts, address: string): Part[] {
  const middle = QR.x + QR.size / 2;
  const alt = `二维码,打开证书核验页 QR code that opens the certificate's page: ${address}`;
  return [
    {
      role: { tag: 'Figure', lang: 'zh-CN', alt },
      marks: [filled(rectangle([QR.x, QR.y], [QR.size, QR.size]), 'paper'), filled(qrPath(address, QR), 'ink')],
    },
    chinese(
      text(
        number,
        { x: middle, y: QR.y + QR.size + 8, size: fittingSize(number, 'bold', { width: 118, most: 9, least: 5 }) ?? 5 },
        { weight: 'bold' },
      ),
    ),
    chinese(text('扫码或输入编号核验', { x: middle, y: QR.y + QR.size + 19, size: 6.8 }, { ink: 'grey' })),
    english(
      text('Scan, or enter the number, to verify', { x: middle, y: QR.y + QR.size + 28, size: 6.2 }, { ink: 'grey' }),
    ),
  ];
}

function issuing({ issuer, issuedOn, expiresOn, seal: words }: CertificateFacts, days: Composition['days']): Part[] {
  const [x] = SEAL_CENTRE;
  const fit = (name: string, most: number) => fittingSize(name, 'regular', { width: 150, most, least: 5 }) ?? 5;
  const untilZh = expiresOn === null ? '长期有效' : `有效期至 ${days.zh(expiresOn)}`;
  const untilEn = expiresOn === null ? 'does not expire' : `valid until ${days.en(expiresOn)}`;
  const en = `Issued ${days.en(issuedOn)}, ${untilEn}`;
  return [
    chinese(
      text(issuer.nameZh, { x, y: 486, size: fit(issuer.nameZh, 11) }, { weight: 'bold' }),
      text(days.zh(issuedOn), { x, y: 500, size: 9.5 }),
      text(untilZh, { x, y: 512, size: 8 }, { ink: 'grey' }),
    ),
    english(text(en, { x, y: 523, size: fit(en, 7) }, { ink: 'grey' })),
    {
      role: { tag: 'Figure', lang: 'zh-CN', alt: `印章:${words.textZh} ${words.footZh}` },
      marks: seal(SEAL_CENTRE, words),
    },
  ];
}
