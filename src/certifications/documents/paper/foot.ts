import { type CertificateFacts, type Layout, type Signatory, speaks } from '../../core/domain/index.js';
import { type Composition, type PaperPictures, pictureNamed } from './composition.js';
import { line, rectangle } from './drawing/curves.js';
import { imagePart } from './drawing/images.js';
import { filled, type Mark, type Part, stroked, text, type Weight } from './drawing/picture.js';
import { qrPath } from './drawing/qr.js';
import { fittingSize } from './drawing/typesetting.js';
import { seal, SEAL_RADIUS } from './seal.js';
import type { Sheet } from './sheet.js';

interface Foot {
  readonly facts: CertificateFacts;
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly pictures: PaperPictures;
  readonly address: string;
  readonly days: Composition['days'];
}

/** Signatures, the code with the number under it, and the issuer with its seal. */
export function foot(given: Foot): Part[] {
  return [...signatures(given), ...checking(given), ...issuing(given)];
}

const chinese = (...marks: Mark[]): Part => ({ role: { tag: 'P', lang: 'zh-CN' }, marks });
const english = (...marks: Mark[]): Part => ({ role: { tag: 'P', lang: 'en' }, marks });

function signatures({ facts: { signatories }, layout, sheet, pictures }: Foot): Part[] {
  const each = Math.min(190, sheet.signed.width / Math.max(1, signatories.length));
  const left = sheet.signed.x + (sheet.signed.width - each * signatories.length) / 2;
  return signatories.flatMap((one, at) =>
    signature(one, { layout, x: left + each * (at + 0.5), width: each, y: sheet.signed.y, pictures }),
  );
}

interface Place {
  readonly layout: Layout;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly pictures: PaperPictures;
}

const SIGNATURE_HEIGHT = 32;

function signature(one: Signatory, { layout, x, y, width, pictures }: Place): Part[] {
  const fit = (words: string, most: number, weight: Weight = 'regular') =>
    fittingSize(words, weight, { width: width - 16, most, least: 3 }) ?? 3;
  const [zh, en] = [speaks(layout, 'zh'), speaks(layout, 'en')];
  const [name, title] = zh ? [one.nameZh, one.titleZh] : [one.nameEn, one.titleEn];
  const picture = pictureNamed(one.picture, pictures);
  const box = { x: x - width / 2 + 14, y: y - 13 - SIGNATURE_HEIGHT, width: width - 28, height: SIGNATURE_HEIGHT };
  const inMainLanguage = zh ? chinese : english;
  return [
    ...(picture ? [imagePart({ key: one.picture ?? '', picture, box, alt: `签名 ${name}`, standing: true })] : []),
    inMainLanguage(
      text(name, { x, y, size: fit(name, 13, 'bold') }, { weight: 'bold' }),
      stroked(line([x - width / 2 + 12, y + 6], [x + width / 2 - 12, y + 6]), 'rule', 0.7),
      text(title, { x, y: y + 18, size: fit(title, 8.8) }, { ink: 'grey' }),
    ),
    ...(zh && en
      ? [
          english(
            text(one.nameEn, { x, y: y + 29, size: fit(one.nameEn, 7.6) }, { ink: 'grey' }),
            text(one.titleEn, { x, y: y + 39, size: fit(one.titleEn, 7.2) }, { ink: 'grey' }),
          ),
        ]
      : []),
  ];
}

function checking({ facts: { number }, layout, sheet: { qr }, address }: Foot): Part[] {
  const [middle, under] = [qr.x + qr.size / 2, qr.y + qr.size];
  const alt = `二维码,打开证书核验页 QR code that opens the certificate's page: ${address}`;
  const [zh, en] = [speaks(layout, 'zh'), speaks(layout, 'en')];
  return [
    {
      role: { tag: 'Figure', lang: 'zh-CN', alt },
      marks: [filled(rectangle([qr.x, qr.y], [qr.size, qr.size]), 'paper'), filled(qrPath(address, qr), 'ink')],
    },
    (zh ? chinese : english)(
      text(
        number,
        { x: middle, y: under + 8, size: fittingSize(number, 'bold', { width: 122, most: 9, least: 4 }) ?? 4 },
        { weight: 'bold' },
      ),
    ),
    ...(zh ? [chinese(text('扫码或输入编号核验', { x: middle, y: under + 19, size: 6.8 }, { ink: 'grey' }))] : []),
    ...(en
      ? [
          english(
            text(
              'Scan, or enter the number, to verify',
              { x: middle, y: under + (zh ? 28 : 19), size: 6.2 },
              { ink: 'grey' },
            ),
          ),
        ]
      : []),
  ];
}

function issuing({ facts, layout, sheet, pictures, days }: Foot): Part[] {
  const { issuer, issuedOn, expiresOn, seal: sealed } = facts;
  const [x, centre] = sheet.seal;
  const fit = (words: string, most: number, weight: Weight = 'regular') =>
    fittingSize(words, weight, { width: 152, most, least: 4 }) ?? 4;
  const untilZh = expiresOn === null ? '长期有效' : `有效期至 ${days.zh(expiresOn)}`;
  const untilEn = expiresOn === null ? 'does not expire' : `valid until ${days.en(expiresOn)}`;
  const issuedEn = `Issued ${days.en(issuedOn)}`;
  const alone = layout.languages === 'en';
  const oneLine = `${issuedEn}, ${untilEn}`;
  return [
    ...(speaks(layout, 'zh')
      ? [
          chinese(
            text(issuer.nameZh, { x, y: centre + 40, size: fit(issuer.nameZh, 11, 'bold') }, { weight: 'bold' }),
            text(days.zh(issuedOn), { x, y: centre + 54, size: 9.5 }),
            text(untilZh, { x, y: centre + 66, size: 8 }, { ink: 'grey' }),
          ),
        ]
      : []),
    ...(layout.languages === 'both'
      ? [english(text(oneLine, { x, y: centre + 77, size: fit(oneLine, 7) }, { ink: 'grey' }))]
      : []),
    ...(alone
      ? [
          english(
            text(issuer.nameEn, { x, y: centre + 40, size: fit(issuer.nameEn, 9.5, 'bold') }, { weight: 'bold' }),
            text(issuedEn, { x, y: centre + 54, size: 8.8 }),
            text(untilEn, { x, y: centre + 66, size: 8 }, { ink: 'grey' }),
          ),
        ]
      : []),
    sealPart(sealed, sheet, pictures),
  ];
}

/** The picture that is named, else the drawn seal. */
function sealPart(sealed: CertificateFacts['seal'], { seal: at }: Sheet, pictures: PaperPictures): Part {
  const alt = `印章:${sealed.textZh} ${sealed.footZh}`;
  const picture = pictureNamed(sealed.picture, pictures);
  const side = SEAL_RADIUS * 2.1;
  if (picture)
    return imagePart({
      key: sealed.picture ?? '',
      picture,
      box: { x: at[0] - side / 2, y: at[1] - side / 2 - 4, width: side, height: side },
      alt,
    });
  return { role: { tag: 'Figure', lang: 'zh-CN', alt }, marks: seal(at, sealed) };
}
