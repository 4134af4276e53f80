/** How colours look to people who do not see them as most do, and how far apart they stay. */

/** A kind of colour vision: the usual one, and those that miss one of the three cones (P, D and T型). */
export type Vision = 'usual' | 'protan' | 'deutan' | 'tritan';

/** Linear red, green and blue, 0 to 1. */
type Light = readonly [red: number, green: number, blue: number];

/** Full deficiency, on linear sRGB: Machado, Oliveira and Fernandes 2009, table of severity 1.0. */
const SEEN: Readonly<Record<Exclude<Vision, 'usual'>, readonly [Light, Light, Light]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const VISIONS: readonly Vision[] = ['usual', 'protan', 'deutan', 'tritan'];

/** @param hex `#rrggbb` */
export function linearLight(hex: string): Light {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** A colour as someone with that vision sees it, `#rrggbb` to `#rrggbb`. */
export function seenWith(vision: Vision, hex: string): string {
  return `#${seenLight(vision, hex)
    .map((light) => {
      const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
      return Math.round(255 * value)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
}

/**
 * How different two colours look with that vision: their distance in OKLab (Ottosson 2020), 0 for the same, about 1 from
 * black to white. From about 0.02 on they are told apart side by side.
 */
export function difference(a: string, b: string, vision: Vision = 'usual'): number {
  const [from, to] = [okLab(seenLight(vision, a)), okLab(seenLight(vision, b))];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}

function seenLight(vision: Vision, hex: string): Light {
  const light = linearLight(hex);
  if (vision === 'usual') return light;
  const [red, green, blue] = SEEN[vision].map((row) => Math.min(1, Math.max(0, dot(row, light))));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

const dot = (row: Light, light: Light): number =>
  row[0] * light[0] + row[1] * light[1] + row[2] * light[2];

function okLab(light: Light): Light {
  const long = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], light));
  const middle = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], light));
  const short = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], light));
  const cones: Light = [long, middle, short];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}
