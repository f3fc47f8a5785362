/** A shape says whether a point is inside it; lengths are in pixels of the finished icon. */
export type Shape = (x: number, y: number) => boolean;
export type Colour = readonly [red: number, green: number, blue: number];

/** A coloured shape, or a shape that cuts through everything painted before it. */
export interface Layer {
  readonly shape: Shape;
  readonly colour: Colour | 'clear';
}

export const box =
  (left: number, top: number, width: number, height: number, radius = 0): Shape =>
  (x, y) => {
    const dx = Math.max(left + radius - x, x - (left + width - radius), 0);
    const dy = Math.max(top + radius - y, y - (top + height - radius), 0);
    return radius === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= radius;
  };

export const disc =
  (centreX: number, centreY: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - centreX, y - centreY) <= radius;

/** A line with round ends. */
export const stroke =
  (fromX: number, fromY: number, toX: number, toY: number, width: number): Shape =>
  (x, y) => {
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy);
    const nearest = Math.min(1, Math.max(0, along));
    return Math.hypot(x - fromX - nearest * dx, y - fromY - nearest * dy) <= width / 2;
  };

/** The part of a disc from twelve o'clock round to `hour`. */
export const sector =
  (centreX: number, centreY: number, radius: number, hour: number): Shape =>
  (x, y) => {
    const clockwise = (Math.atan2(x - centreX, centreY - y) + 2 * Math.PI) % (2 * Math.PI);
    return disc(centreX, centreY, radius)(x, y) && clockwise <= (hour / 12) * 2 * Math.PI;
  };

export const both =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    a(x, y) && b(x, y);

const samples = 4;

/** Paints the layers in order, smoothing edges by looking at many points of each pixel. Answers RGBA, row by row. */
export function paint(size: number, layers: readonly Layer[]): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const seen = coloursIn(pixel % size, Math.floor(pixel / size), layers);
    const mean = (channel: 0 | 1 | 2): number =>
      seen.length === 0 ? 0 : Math.round(seen.reduce((sum, colour) => sum + colour[channel], 0) / seen.length);
    const alpha = Math.round((seen.length / samples ** 2) * 255);
    rgba.set([mean(0), mean(1), mean(2), alpha], pixel * 4);
  }
  return rgba;
}

/** What is seen at the sample points of a pixel; points where nothing is painted are left out. */
function coloursIn(x: number, y: number, layers: readonly Layer[]): readonly Colour[] {
  const found: Colour[] = [];
  for (let sample = 0; sample < samples ** 2; sample += 1) {
    const sampleX = x + ((sample % samples) + 0.5) / samples;
    const sampleY = y + (Math.floor(sample / samples) + 0.5) / samples;
    const top = layers.findLast(({ shape }) => shape(sampleX, sampleY))?.colour;
    if (top !== undefined && top !== 'clear') found.push(top);
  }
  return found;
}
