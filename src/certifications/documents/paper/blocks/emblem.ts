import { type CertificateFacts } from '../../../core/domain/index.js';
import { type PaperPictures, pictureNamed } from '../composition.js';
import { imagePart } from '../drawing/images.js';
import { type Part } from '../drawing/picture.js';
import { type Sheet } from '../sheet.js';

export function cornerEmblem(
  facts: CertificateFacts,
  { emblem: { at, size } }: Sheet,
  pictures: PaperPictures,
): Part[] {
  const picture = pictureNamed(facts.achievement.picture, pictures);
  return at && picture ? [emblemPart(facts, picture, { x: at[0], y: at[1], width: size, height: size })] : [];
}

export function emblemPart(
  { achievement }: CertificateFacts,
  picture: Parameters<typeof imagePart>[0]['picture'],
  box: Parameters<typeof imagePart>[0]['box'],
): Part {
  return imagePart({
    key: achievement.picture ?? '',
    picture,
    box,
    alt: `认证项目标志 ${achievement.nameZh} ${achievement.nameEn}`,
  });
}
