import type { PictureBytes } from '../../../../platform/index.js';
import type { Part } from './picture.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture as large as its box allows, in the middle of it; `standing`: on the box's floor. */
export function imagePart({
  key,
  picture,
  box,
  alt,
  standing = false,
}: {
  readonly key: string;
  readonly picture: PictureBytes;
  readonly box: Box;
  readonly alt: string;
  readonly standing?: boolean;
}): Part {
  const share = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * share, picture.height * share];
  const y = standing ? box.y + box.height - height : box.y + (box.height - height) / 2;
  return {
    role: { tag: 'Figure', lang: 'zh-CN', alt },
    marks: [
      {
        kind: 'image',
        key,
        type: picture.type,
        bytes: picture.bytes,
        x: box.x + (box.width - width) / 2,
        y,
        width,
        height,
      },
    ],
  };
}
