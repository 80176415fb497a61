// Look at HTML files in a browser: with scripts off, on paper, in light, in dark and on a phone.
// Prints one line of JSON for each: what axe finds, what was requested, what is shown, how many pages.
// Usage: node look.mjs CHROMIUM FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...files] = process.argv.slice(2);
const looks = [
  { scheme: "light", width: 1000 },
  { scheme: "dark", width: 1000 },
  { scheme: "light", width: 320 },
];

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], protocolTimeout: 60_000 });
for (const seen of await Promise.all(files.map(look))) console.log(JSON.stringify(seen));
await browser.close();

async function look(file) {
  const page = await browser.newPage();
  const requests = [];
  const troubles = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => troubles.push(message.text()));
  page.on("dialog", (dialog) => troubles.push(dialog.message()) && dialog.dismiss());
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(file).href);
  const shown = await page.evaluate(() => ({
    title: document.title,
    text: document.body.innerText,
    tags: [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))].sort(),
    links: [...new Set([...document.links].map((one) => one.protocol))].sort(),
  }));
  const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = paper.match(/\/Type \/Page\b/g).length;
  // axe waits for timers, which need scripts; the page's policy still lets none of its own run
  await page.setJavaScriptEnabled(true);
  await page.goto(pathToFileURL(file).href);
  const violations = [];
  for (const look of looks) violations.push(...(await broken(page, look)));
  await page.close();
  return { file, violations, requests: [...new Set(requests)], troubles, ...shown, pages };
}

async function broken(page, { scheme, width }) {
  await page.setViewport({ width, height: 1000 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run());
  const broad = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const named = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
  return broad ? [...named, `wider than ${width}`] : named;
}
