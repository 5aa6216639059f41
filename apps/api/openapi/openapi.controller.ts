import { Controller, Get } from '@nestjs/common';
import { maakDocument } from './document.js';

const document = maakDocument();

/** The contract of this API, for whoever wants it. */
@Controller()
export class OpenApiController {
  @Get('openapi.json')
  lees(): Record<string, unknown> {
    return document;
  }
}
