/* All that may fail, one after another on one stack; each file tells one story. */
import './toneel.js';
import './api-sterft.js';
import './worker-sterft.js';
import './twee-tegelijk.js';
import './vervolgrun.js';
import './effect-faalt.js';
import './temporal-weg.js';
import './postgres-weg.js';
