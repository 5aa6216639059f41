import { Controller, Get, Param } from '@nestjs/common';
import { z } from '#process';
import { Operatie } from '../auth/rechten.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { beschrijf, procestypen } from './catalogus.js';

const pad = z.strictObject({ procestype: z.string().max(60) });
const alle = { procestypen: procestypen.map((naam) => beschrijf(naam)) };

/** The tables of all processes, as data. */
@Controller('procestypen')
export class ProcestypenController {
  @Get()
  @Operatie('procestypen.lezen')
  lijst(): Record<string, unknown> {
    return alle;
  }

  @Get(':procestype')
  @Operatie('procestypen.lezen')
  een(@Param(new Leest(pad)) { procestype }: z.output<typeof pad>): Record<string, unknown> {
    const gevonden = beschrijf(procestype);
    if (!gevonden) throw nietGevonden();
    return gevonden;
  }
}
