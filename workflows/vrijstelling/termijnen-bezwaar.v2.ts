import { GEWONE_HERINNERINGEN, wet } from '#process';
import { zonderBezwaar } from './aanvraag.v2.js';
import { termijnen, type C } from './namen.v2.js';
import { AWB, laatsteDagBezwaar } from './toetsing.v2.js';

const opTijd = (c: C): boolean => c.vandaag <= laatsteDagBezwaar(c);
const uitstel = {
  verlengbaar: wet(AWB, '7:10 lid 3'),
  opschortbaar: wet(AWB, '7:10 lid 2'),
  herinner: GEWONE_HERINNERINGEN,
  bijVerloop: { markeer: 'teLaat' as const },
};

/** Objection: six weeks to make it, six (with a committee twelve) to decide on it, counted from the end of the first six. */
export const bezwaarTermijnen = termijnen([
  {
    naam: 'bezwaar',
    soort: 'LAW',
    grondslag: wet(AWB, '6:7'),
    // It begins on the day after this one (6:8).
    vanaf: { actie: 'besluitBekendgemaakt', veld: 'bekendgemaaktOp' },
    duur: { weken: 6 },
    tot: { actie: 'bezwaarOntvangen' },
    zolang: ['toegekend', 'bezwaartermijn'],
    eigenaar: 'ouders',
    // After the six weeks it runs on for the week in which a letter may come that was posted in time (6:9 lid 2).
    herhaal: { weken: 1 },
    bijVerloop: zonderBezwaar,
  },
  {
    // Only marks the day from which the decision counts, so that it counts from that one and not from the day on which the objection came.
    naam: 'eindeBezwaartermijn',
    soort: 'LAW',
    grondslag: wet(AWB, '6:7'),
    type: 'op',
    vanaf: { datumveld: 'bekendgemaaktOp' },
    duur: { weken: 6 },
    zolang: ['bezwaar'],
    als: opTijd,
  },
  {
    naam: 'beslissingOpBezwaar',
    soort: 'LAW',
    grondslag: wet(AWB, '7:10 lid 1'),
    vanaf: { termijn: 'eindeBezwaartermijn' },
    duur: { weken: 6 },
    zolang: ['bezwaar'],
    als: (c) => c.gegevens.commissie !== true,
    ...uitstel,
  },
  {
    naam: 'beslissingNaCommissie',
    soort: 'LAW',
    grondslag: wet(AWB, '7:10 lid 1'),
    vanaf: { termijn: 'eindeBezwaartermijn' },
    duur: { weken: 12 },
    zolang: ['bezwaar'],
    als: (c) => c.gegevens.commissie === true,
    ...uitstel,
  },
  {
    // It comes in the week of the post: counted from the publication, which is never later than the law and a few days early at most. [U] The
    // six weeks more of a committee are left to the officer, who may postpone (7:10 lid 3).
    naam: 'beslissingOpLaatBezwaar',
    soort: 'LAW',
    grondslag: wet(AWB, '7:10 lid 1'),
    vanaf: { datumveld: 'bekendgemaaktOp' },
    duur: { weken: 12 },
    zolang: ['bezwaar'],
    als: (c) => !opTijd(c),
    ...uitstel,
  },
]);
