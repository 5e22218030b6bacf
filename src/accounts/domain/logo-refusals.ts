import type { PictureRefusalCode } from '../../platform/index.js';
import { type Refusal, refuse } from '../../platform/refusals.js';
import type { AccountRefusalCode } from './refusals.js';

export const LARGEST_LOGO_BYTES = 200 * 1024;

type LogoRefusalCode = Extract<AccountRefusalCode, 'notALogo' | `logo${string}`>;

const SAID_OF_LOGOS: Readonly<Record<PictureRefusalCode, LogoRefusalCode>> = {
  pictureTooBig: 'logoTooLarge',
  pictureUnknown: 'notALogo',
  pictureTooManyPoints: 'logoTooManyPoints',
  pictureTooSmall: 'logoTooSmall',
  pictureBroken: 'logoBroken',
  pictureReaderBusy: 'logoReaderBusy',
};

/** A picture refusal, as a refusal beside the logo field. */
export function refusalOfLogo({ code, data }: Refusal<PictureRefusalCode>): Refusal<LogoRefusalCode> {
  return refuse(SAID_OF_LOGOS[code], { max: LARGEST_LOGO_BYTES / 1024, ...data }, 'logo');
}
