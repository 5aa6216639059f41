import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded by `--import` before the worker, and so in its threads that run workflows. Temporal's SDK hooks into every promise there and keeps
 * its stack trace, for a query that nobody here asks: a quarter of the thread's time. A worker started without this file works too, slower.
 */
if (!isMainThread) v8.promiseHooks.createHook = () => () => undefined;
