import { checkReferences } from './references.mjs';
import { checkStateMachine } from './state-machines.mjs';
import { checkProperties } from './values.mjs';

/** Limits of CloudFormation for one template. */
const MOST_RESOURCES = 500;
const MOST_BYTES = 1_000_000;
const MOST_OUTPUTS = 200;

const MEMBERS = new Set([
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'Properties',
  'Type',
  'UpdatePolicy',
  'UpdateReplacePolicy',
]);
const POLICIES = new Set(['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot']);

/** All problems of a template as texts, `logicalId: path: problem`. */
export function checkTemplate(database, template, bytes) {
  const problems = [];
  const resources = template.Resources ?? {};
  if (Object.keys(resources).length === 0) {
    problems.push('-: Resources: has none');
  }
  if (Object.keys(resources).length > MOST_RESOURCES) {
    problems.push(`-: Resources: ${Object.keys(resources).length} are more than ${MOST_RESOURCES}`);
  }
  if (bytes > MOST_BYTES) {
    problems.push(`-: -: ${bytes} bytes are more than ${MOST_BYTES}`);
  }
  if (Object.keys(template.Outputs ?? {}).length > MOST_OUTPUTS) {
    problems.push(`-: Outputs: are more than ${MOST_OUTPUTS}`);
  }
  const specifications = new Map();
  for (const [id, resource] of Object.entries(resources)) {
    specifications.set(id, specification(database, resource.Type));
  }
  for (const [id, resource] of Object.entries(resources)) {
    const report = (path, problem) => problems.push(`${id}: ${path}: ${problem}`);
    checkResource(database, specifications, id, resource, report);
  }
  checkReferences(template, specifications, (id, path, problem) =>
    problems.push(`${id}: ${path}: ${problem}`),
  );
  return problems;
}

/** What AWS says of a type: 'custom' for those that a template's author invents, undefined for none. */
function specification(database, type) {
  if (typeof type !== 'string') {
    return undefined;
  }
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') {
    return 'custom';
  }
  if (type === 'AWS::CDK::Metadata') {
    return 'custom';
  }
  return database.lookup('resource', 'cloudFormationType', 'equals', type)[0];
}

function checkResource(database, specifications, id, resource, report) {
  const specification = specifications.get(id);
  for (const member of Object.keys(resource)) {
    if (!MEMBERS.has(member)) {
      report(member, 'is no member of a resource');
    }
  }
  for (const member of ['DeletionPolicy', 'UpdateReplacePolicy']) {
    if (member in resource && !POLICIES.has(resource[member])) {
      report(member, `"${resource[member]}" is no such policy`);
    }
  }
  if (specification === undefined) {
    report('Type', `"${resource.Type}" is not known`);
  } else if (specification === 'custom') {
    if (resource.Type !== 'AWS::CDK::Metadata' && !(resource.Properties ?? {}).ServiceToken) {
      report('ServiceToken', 'is missing');
    }
  } else {
    const context = { database, specifications, type: resource.Type, report };
    checkProperties(context, specification.properties, resource.Properties ?? {}, '');
    if (resource.Type === 'AWS::StepFunctions::StateMachine') {
      checkStateMachine(resource.Properties ?? {}, report);
    }
  }
}
