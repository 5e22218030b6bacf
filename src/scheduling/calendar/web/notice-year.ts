import { Param, type PipeTransform } from '@nestjs/common';
import { found } from '../../../platform/index.js';

/** Parses a year; null if invalid. */
export function yearIn(text: string): number | null {
  return /^(19[5-9]\d|2[01]\d\d)$/.test(text) ? Number(text) : null;
}

const yearPipe: PipeTransform<string, number> = { transform: (text) => found(yearIn(text)) };

/** Parses the year in an address. @throws NotFound */
export const NoticeYear = (): ParameterDecorator => Param('year', yearPipe);

/** Address of the page for changing a notice by hand. */
export function noticeAt(year: number): string {
  return `/office/calendar/notices/${year}`;
}

/** Days typed without a year belong to the year of the notice. */
export function middleOf(year: number): string {
  return `${year}-07-01`;
}
