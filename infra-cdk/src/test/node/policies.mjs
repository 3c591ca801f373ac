// The grammar of IAM's policies, which CloudFormation passes on unread and only a deployment would refuse.

import { functionOf } from './intrinsics.mjs';

const DOCUMENT = new Set(['Id', 'Statement', 'Version']);
const STATEMENT = new Set([
  'Action',
  'Condition',
  'Effect',
  'NotAction',
  'NotPrincipal',
  'NotResource',
  'Principal',
  'Resource',
  'Sid',
]);
const PRINCIPAL = new Set(['AWS', 'CanonicalUser', 'Federated', 'Service']);
const VERSION = '2012-10-17';
const SID = /^[A-Za-z0-9]*$/;

/** EventBridge takes more. */
const BUS_SID = /^[A-Za-z0-9_-]*$/;
const ACTION = /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/;

const COMPARISON = '(Not)?Equals|LessThan(Equals)?|GreaterThan(Equals)?';
const OPERATOR = new RegExp(
  '^(ForAllValues:|ForAnyValue:)?(Null|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like)' +
    `|String(Not)?(Equals|EqualsIgnoreCase|Like)|(Numeric|Date)(${COMPARISON}))(IfExists)?$`,
);

/** A key that is misspelt is no error to IAM: it is simply never there. So a new one is to be written here, too. */
const KEYS = new Set([
  'aws:calledvia',
  'aws:currenttime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalservicename',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:viaawsservice',
  'aws:vpcsourceip',
  'cloudwatch:namespace',
  'events:detail-type',
  'events:source',
  'iam:passedtoservice',
  'kms:calleraccount',
  'kms:encryptioncontextkeys',
  'kms:grantisforawsresource',
  'kms:viaservice',
  's3:authtype',
  's3:dataaccesspointaccount',
  's3:delimiter',
  's3:if-none-match',
  's3:max-keys',
  's3:objectcreationoperation',
  's3:prefix',
  's3:resourceaccount',
  's3:signatureage',
  's3:signatureversion',
  's3:tlsversion',
  's3:x-amz-acl',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'sns:endpoint',
  'sns:protocol',
]);
const KEYS_WITH_A_NAME = /^(aws:(principal|request|resource)tag\/.+|kms:encryptioncontext:.+)$/;

/** Characters that IAM and S3 allow in one document, blanks not counted. */
const LONGEST_IDENTITY_POLICY = 10_240;
const LONGEST_RESOURCE_POLICY = 20_480;

const IDENTITY_TYPES = new Set([
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
]);

/** Whether a property that CloudFormation takes as plain JSON is a policy or a statement. */
export function policyKind(type, path) {
  const name = path.split('.').at(-1);
  if (type === 'AWS::Events::EventBusPolicy' && name === 'Statement') {
    return 'statement';
  }
  if (name === 'AssumeRolePolicyDocument') {
    return 'trust';
  }
  if (name === 'PolicyDocument') {
    const inline = /^Policies\[\d+]\.PolicyDocument$/.test(path);
    return inline || IDENTITY_TYPES.has(type) ? 'identity' : 'resource';
  }
  return name === 'KeyPolicy' || name === 'ResourcePolicy' ? 'resource' : undefined;
}

export function checkPolicy(kind, document, path, report) {
  if (kind === 'statement') {
    checkStatement('bus', document, path, report);
    return;
  }
  for (const name of Object.keys(document)) {
    if (!DOCUMENT.has(name)) {
      report(`${path}.${name}`, 'is no member of a policy');
    }
  }
  if (document.Version !== VERSION) {
    report(`${path}.Version`, `must be ${VERSION}`);
  }
  const statements = document.Statement === undefined ? [] : [document.Statement].flat();
  if (statements.length === 0) {
    report(`${path}.Statement`, 'is missing');
  }
  const ids = new Set();
  statements.forEach((statement, index) => {
    const where = `${path}.Statement[${index}]`;
    checkStatement(kind, statement, where, report);
    if (statement.Sid !== undefined && ids.has(statement.Sid)) {
      report(`${where}.Sid`, `"${statement.Sid}" stands there twice`);
    }
    ids.add(statement.Sid);
  });
  const longest = kind === 'identity' ? LONGEST_IDENTITY_POLICY : LONGEST_RESOURCE_POLICY;
  const length = JSON.stringify(document).length;
  if (length > longest) {
    report(path, `${length} characters are more than ${longest}`);
  }
}

function checkStatement(kind, statement, path, report) {
  for (const name of Object.keys(statement)) {
    if (!STATEMENT.has(name)) {
      report(`${path}.${name}`, 'is no member of a statement');
    }
  }
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') {
    report(`${path}.Effect`, 'must be Allow or Deny');
  }
  if (statement.Sid !== undefined && !(kind === 'bus' ? BUS_SID : SID).test(statement.Sid)) {
    report(`${path}.Sid`, `"${statement.Sid}" holds more than letters and digits`);
  }
  checkPresence(statement, path, report, {
    Action: true,
    Principal: kind !== 'identity',
    Resource: kind !== 'trust',
  });
  for (const name of ['Action', 'NotAction']) {
    [statement[name] ?? []].flat().forEach((action) => {
      if (typeof action !== 'string' || !ACTION.test(action)) {
        report(`${path}.${name}`, `${JSON.stringify(action)} is no action`);
      }
    });
  }
  for (const name of ['Resource', 'NotResource']) {
    [statement[name] ?? []].flat().forEach((resource) => {
      if (typeof resource !== 'string' && functionOf(resource) === undefined) {
        report(`${path}.${name}`, `${JSON.stringify(resource)} is no resource`);
      }
    });
  }
  for (const name of ['Principal', 'NotPrincipal']) {
    checkPrincipal(statement[name], `${path}.${name}`, report);
  }
  checkCondition(statement.Condition ?? {}, `${path}.Condition`, report);
}

/** A member, or its contrary, must stand in a statement, or must not. */
function checkPresence(statement, path, report, wanted) {
  for (const [name, isWanted] of Object.entries(wanted)) {
    const present = [name, `Not${name}`].filter((one) => one in statement);
    if (isWanted && present.length !== 1) {
      report(`${path}.${name}`, present.length === 0 ? 'is missing' : `cannot stand with Not${name}`);
    }
    if (!isWanted && present.length > 0) {
      report(`${path}.${present[0]}`, 'has no place in such a policy');
    }
  }
}

function checkPrincipal(principal, path, report) {
  if (principal === undefined || principal === '*') {
    return;
  }
  if (typeof principal !== 'object') {
    report(path, `"${principal}" must be * or say of which kind it is`);
    return;
  }
  for (const kind of Object.keys(principal)) {
    if (!PRINCIPAL.has(kind)) {
      report(`${path}.${kind}`, 'is no kind of principal');
    }
  }
}

function checkCondition(condition, path, report) {
  for (const [operator, keys] of Object.entries(condition)) {
    if (!OPERATOR.test(operator)) {
      report(`${path}.${operator}`, 'is no operator of conditions');
    }
    for (const key of Object.keys(keys)) {
      const plain = key.toLowerCase();
      if (!KEYS.has(plain) && !KEYS_WITH_A_NAME.test(plain)) {
        report(`${path}.${operator}`, `${key} is no condition key that is known here`);
      }
    }
  }
}
