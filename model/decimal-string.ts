import { z } from 'zod';

/**
 * An exact decimal number as text: no exponent, no padding zeros, no thousands separators, no negative zero
 * (`"9.52"`, `"0"`, `"-3"`). Floats never carry a printed figure.
 */
export const decimalStringSchema = z.string().regex(/^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/);

export type DecimalString = string;
