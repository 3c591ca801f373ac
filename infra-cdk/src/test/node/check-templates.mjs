// Holds CloudFormation templates against AWS's own description of every resource, offline:
//   node check-templates.mjs FILE…
// Prints one line per problem, `template: logicalId: path: problem`; exits 1 if there is one, 2 if a file is no template.

import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkTemplate } from './template.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: node check-templates.mjs FILE…');
  process.exit(2);
}

const database = loadAwsServiceSpecSync();
let problems = 0;
let resources = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  let template;
  try {
    template = JSON.parse(text);
  } catch (malformed) {
    console.error(`Cannot check ${file}: ${malformed.message}`);
    process.exit(2);
  }
  for (const problem of checkTemplate(database, template, Buffer.byteLength(text))) {
    console.log(`${basename(file)}: ${problem}`);
    problems += 1;
  }
  resources += Object.keys(template.Resources ?? {}).length;
}
console.log(`${files.length} templates, ${resources} resources, ${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
