import { both, box, type Colour, disc, type Layer, paint, sector, stroke } from './paint.ts';
import { encodePng } from './png.ts';

const teal: Colour = [0x1f, 0x6f, 0x6b];
const amber: Colour = [0xf5, 0xb9, 0x42];
const paper: Colour = [0xff, 0xff, 0xff];
const mist: Colour = [0xd6, 0xe8, 0xe5];

// A calendar page with a clock on it; the part of the day spent in school is filled in.
const page = box(42, 50, 108, 106, 14);
const colourMark: readonly Layer[] = [
  { shape: box(0, 0, 192, 192), colour: teal },
  { shape: page, colour: paper },
  { shape: both(page, box(42, 50, 108, 27)), colour: amber },
  { shape: stroke(70, 40, 70, 60, 17), colour: teal },
  { shape: stroke(122, 40, 122, 60, 17), colour: teal },
  { shape: stroke(70, 40, 70, 60, 9), colour: paper },
  { shape: stroke(122, 40, 122, 60, 9), colour: paper },
  { shape: disc(96, 116, 33), colour: teal },
  { shape: disc(96, 116, 27), colour: mist },
  { shape: sector(96, 116, 27, 4), colour: amber },
  { shape: stroke(96, 116, 96, 97, 6), colour: teal },
  { shape: stroke(96, 116, 109, 123.5, 6), colour: teal },
];

// The same in white lines on nothing, with as much detail as 32 pixels bear.
const outlineMark: readonly Layer[] = [
  { shape: box(3, 5, 26, 25, 4), colour: paper },
  { shape: box(5, 11, 22, 17, 2), colour: 'clear' },
  { shape: stroke(10, 3.5, 10, 7.5, 4.5), colour: 'clear' },
  { shape: stroke(22, 3.5, 22, 7.5, 4.5), colour: 'clear' },
  { shape: stroke(10, 3, 10, 7, 2), colour: paper },
  { shape: stroke(22, 3, 22, 7, 2), colour: paper },
  { shape: stroke(16, 14, 16, 20, 2), colour: paper },
  { shape: stroke(16, 20, 20.5, 22.6, 2), colour: paper },
];

/** The colour icon: 192 by 192 pixels, as Teams asks. */
export const colourIcon = (): Uint8Array => encodePng(192, paint(192, colourMark));

/** The outline icon: 32 by 32 pixels, white on transparent, as Teams asks. */
export const outlineIcon = (): Uint8Array => encodePng(32, paint(32, outlineMark));
