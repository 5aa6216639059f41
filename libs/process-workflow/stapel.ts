/*
 * Loaded once for all workflows, before the sandbox freezes its globals. Temporal's SDK takes a stack trace of every promise, for a query
 * that nobody here asks: a quarter of the worker's time. The first two frames are its own; of a mistake in a table they are the line and
 * its caller.
 */
Error.stackTraceLimit = 2;
