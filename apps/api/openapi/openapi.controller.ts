import { Controller, Get } from '@nestjs/common';
import { Openbaar } from '../auth/rechten.js';
import { maakDocument } from './document.js';

const document = maakDocument();

/** The contract of this API, for whoever wants it. */
@Controller()
export class OpenApiController {
  @Openbaar()
  @Get('openapi.json')
  lees(): Record<string, unknown> {
    return document;
  }
}
