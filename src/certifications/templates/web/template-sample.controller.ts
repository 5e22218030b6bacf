import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { Clock, FileAnswer, ReadDatabase, IdParam } from '../../../platform/index.js';
import { picturesOf } from '../../core/index.js';
import { Printing, unissued } from '../../documents/index.js';
import { TemplateSamples } from '../actions/template-samples.js';
import { knownTemplate } from './known-template.js';

/** A certificate of nobody by a template, as a file. */
@Controller('office/certificate-templates/:id')
@Requires('certificateTemplate.manage')
export class TemplateSampleController {
  constructor(
    private readonly samples: TemplateSamples,
    private readonly printing: Printing,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get('sample.pdf')
  async sample(@IdParam() id: string): Promise<FileAnswer> {
    const { named, facts, pictures } = await this.sampleFacts(id);
    return new FileAnswer(
      await this.printing.pdf({
        ...unissued(facts, pictures),
        token: `sample-${named.id}-${named.number}`,
        issuedAt: this.clock.now(),
      }),
      'application/pdf',
    );
  }

  @Get('sample.svg')
  async picture(@IdParam() id: string): Promise<FileAnswer> {
    const { facts, pictures } = await this.sampleFacts(id);
    const { svg, packed } = this.printing.drawing(unissued(facts, pictures));
    return new FileAnswer(svg, 'image/svg+xml', { packed, cache: 'private, max-age=0' });
  }

  private async sampleFacts(id: string) {
    const { named, newest } = await knownTemplate(this.reads.query, id);
    const facts = this.samples.sample({ ...newest, version: named.number }, this.clock.today());
    return { named, facts, pictures: await picturesOf(this.reads.query, facts) };
  }
}
