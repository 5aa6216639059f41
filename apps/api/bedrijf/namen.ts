/** Names of providers that are no class of ours. */
export const HOOFDSLEUTELS = 'hoofdsleutels';
export const FUNDAMENT = 'fundament';
