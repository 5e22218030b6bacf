import { Param, type PipeTransform } from '@nestjs/common';
import { found } from '../../../platform/index.js';

/** A year as addresses and forms name it; null for what names none. */
export function yearIn(text: string): number | null {
  return /^(19[5-9]\d|2[01]\d\d)$/.test(text) ? Number(text) : null;
}

const yearPipe: PipeTransform<string, number> = { transform: (text) => found(yearIn(text)) };

/** The year of the notice that an address is about. */
export const NoticeYear = (): ParameterDecorator => Param('year', yearPipe);

/** Where a notice is entered by hand. */
export function noticeAt(year: number): string {
  return `/office/calendar/notices/${year}`;
}

/** Days typed without a year are meant in the year of the notice. */
export function middleOf(year: number): string {
  return `${year}-07-01`;
}
