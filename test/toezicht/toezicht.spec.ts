/* Each kind of stuck produced for real, seen, mended and gone: one story a file, all on one stack that may be broken. Time moves on in the later ones. */
import { wieZietWat } from './afscherming.js';
import { wachtenOpEenAnder } from './buiten.js';
import { deCodeFaalt } from './code.js';
import { eenEffectFaalt } from './effect.js';
import { hetJaarEnDePeriode } from './jaar.js';
import { mensenZijnTeLaat } from './mensen.js';
import { deMotorValtStil } from './motor.js';
import { deRijLooptAchter } from './rij.js';
import { bouwToneel } from './toneel.js';
import { deWekkerBlijftUit } from './wekker.js';

bouwToneel();
eenEffectFaalt();
deCodeFaalt();
deRijLooptAchter();
mensenZijnTeLaat();
wachtenOpEenAnder();
wieZietWat();
hetJaarEnDePeriode();
deWekkerBlijftUit();
deMotorValtStil();
