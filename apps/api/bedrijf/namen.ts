/** Names of providers that are no class of ours. */
export const HOOFDSLEUTELS = 'hoofdsleutels';
export const FUNDAMENT = 'fundament';
/** Where people open Leerlijn. */
export const ADRES = 'adres';
