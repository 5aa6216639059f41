import type { Definitie } from '#process';
import { processen } from '#workflows';

/** Finds the definition that a process runs on. */
export interface Register {
  definitie(procestype: string, versie: number): Definitie;
  /** The definition that new processes of this type follow. */
  nieuwste(procestype: string): Definitie;
}

/** Every process that is built. A type or version that this installation lacks throws. */
export const register: Register = {
  definitie(procestype, versie) {
    const d = processen[procestype]?.versies.find((x) => x.versie === versie);
    if (!d) throw new RangeError(`Proces ${procestype} versie ${versie} is hier niet bekend.`);
    return d;
  },
  nieuwste(procestype) {
    const d = processen[procestype]?.nieuwste;
    if (!d) throw new RangeError(`Proces ${procestype} is hier niet bekend.`);
    return d;
  },
};
