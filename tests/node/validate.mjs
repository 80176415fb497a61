// Answer, for every line {"schema": address, "instance": value} on stdin, true or false.
// Usage: node validate.mjs SCHEMA-FILE...
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const schemas = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const ajv = addFormats(new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true, schemas }));

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, instance } = JSON.parse(line);
  console.log(ajv.validate(schema, instance));
}
