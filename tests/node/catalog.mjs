// Time JSON.parse and ajv over the lines of a file; print the seconds, and how many are valid.
// Usage: node catalog.mjs FILE.jsonl SCHEMA-FILE... (self-contained, each named after its type)
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [file, ...schemas] = process.argv.slice(2);
const ajv = addFormats(new Ajv2020.default({ strict: false }));
const compiled = new Map(schemas.map((path) => [basename(path, ".json"), ajv.compile(JSON.parse(readFileSync(path, "utf8")))]));
const lines = readFileSync(file, "latin1").split("\n").slice(0, -1).map((line) => Buffer.from(line, "latin1"));

let valid = 0;
const began = process.hrtime.bigint();
for (const line of lines) {
  try {
    const value = JSON.parse(line);
    const validate = compiled.get(value.type);
    if (validate !== undefined && validate(value)) valid += 1;
  } catch {
    // not JSON
  }
}
console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - began) / 1e9, valid }));
