import { chromium } from 'playwright-core';
import { readdirSync, readFileSync } from 'node:fs';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu'] });
const files = readdirSync('/tmp/shots').filter((f) => f.endsWith('.png')).sort((a, b) => parseInt(a) - parseInt(b));
const sheet = async (name: string, match: RegExp, w: number, per: number, cols: number) => {
  const all = files.filter((f) => match.test(f));
  for (let i = 0; i * per < all.length; i += 1) {
    const page = await browser.newPage({ viewport: { width: cols * (w + 8), height: 100 } });
    await page.setContent(`<body style="margin:0;background:#888;display:grid;grid-template-columns:repeat(${cols},${w}px);gap:8px">` + all.slice(i * per, i * per + per).map((f) => `<div style="font:11px sans-serif">${f}<img style="width:${w}px;max-height:900px;object-fit:cover;object-position:top;display:block" src="data:image/png;base64,${readFileSync('/tmp/shots/' + f).toString('base64')}"></div>`).join(''));
    await page.screenshot({ path: `/tmp/sheet-${name}-${i}.png`, fullPage: true });
    await page.close();
  }
};
await sheet('light', /default-1280/, 800, 4, 2);
await sheet('dark', /dark-1280/, 640, 6, 2);
await sheet('contrast', /contrast-1280/, 640, 6, 2);
await sheet('narrow', /default-320/, 300, 10, 5);
await browser.close();
