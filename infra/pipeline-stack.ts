import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { answer } from './answer.ts';
import { askCustomers } from './campaigns.ts';
import { careForCustomers } from './care.ts';
import { connections, type PipelineParts } from './connections.ts';
import { doors } from './doors.ts';
import { actOnWhatIsDue, watchForRises } from './due.ts';
import { inspectWhatFailed } from './inspect.ts';
import { studyAnswers } from './study.ts';
import { tellOthers } from './tell-others.ts';
import { understandAndCount } from './understand-and-count.ts';

/** Everything that moves, one block per function, in the order of the flow. It can be deleted and deployed anew: nothing is kept in it but the staff's accounts. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { config, data, bundles, web, ...props }: PipelineParts & StackProps) {
    super(scope, id, props);
    const parts = { config, data, bundles, web };
    const joined = connections(this, parts);
    doors(this, parts, joined);
    understandAndCount(this, parts, joined);
    tellOthers(this, parts, joined);
    actOnWhatIsDue(this, parts, joined);
    watchForRises(this, parts, joined);
    careForCustomers(this, parts, joined);
    askCustomers(this, parts, joined);
    answer(this, parts, joined);
    studyAnswers(this, parts, joined);
    inspectWhatFailed(this, parts, joined);
  }
}
