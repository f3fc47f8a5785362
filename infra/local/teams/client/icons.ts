const PATHS = {
  teams:
    'M7.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm8 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM2.5 19c0-3 2-5.5 5-5.5s5 2.500 5 5.500m2-.5h6.500c0-2.500-1.500-4.500-4-4.500-.8 0-1.500.2-2.200.6',
  chat: 'M4 5h16v11H9l-5 4V5Zm4 4h8m-8 3h5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.500 2',
  mail: 'M3 6h18v12H3V6Zm0 1 9 6 9-6',
  sites: 'M4 4h7v7H4V4Zm9 0h7v7h-7V4ZM4 13h7v7H4v-7Zm9 0h7v7h-7v-7Z',
  back: 'M14 5l-7 7 7 7',
  send: 'M4 12 20 4l-5 16-3.500-6.500L4 12Z',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A picture that says nothing a screen reader needs: what it stands beside has words. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
