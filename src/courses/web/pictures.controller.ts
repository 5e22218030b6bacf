import { Controller, Get, Param } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { FileAnswer, found, pictureOf, ReadDatabase } from '../../platform/index.js';

/** Stored pictures, for office pages. */
@Controller('office/pictures')
@Requires('course.manage')
export class PicturesController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get(':sha256')
  async show(@Param('sha256') sha256: string): Promise<FileAnswer> {
    const { bytes, type } = found(/^[0-9a-f]{64}$/.test(sha256) ? await pictureOf(this.reads.query, sha256) : null);
    return new FileAnswer(Buffer.from(bytes), type, { cache: 'private, max-age=31536000, immutable' });
  }
}
