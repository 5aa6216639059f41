/** Encryption: master keys, a key per process, and the codec between us and Temporal. Runs in Node. */
export { ontsleutel, OntsleutelFout, versleutel } from './aes-gcm.js';
export { leesHoofdsleutels, zorgVoorHoofdsleutel, type Hoofdsleutels } from './hoofdsleutel.js';
export { maakProcessleutel, SleutelWeg, type Processleutels } from './processleutel.js';
export { maakSleutelkast, type Sleutelkast } from './sleutelkast.js';
export { failureConverterPath, maakDataConverter } from './data-converter.js';
