import { z } from '#process';

export const meldingenLichaam = z.strictObject({ vorm: z.enum(['overzicht', 'los']) });
