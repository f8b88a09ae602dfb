import { Aws, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { ROLES, type Role } from '../shared/api/routes.ts';
import { acknowledge } from './acknowledge.ts';

const MEANING: Readonly<Record<Role, string>> = {
  agent: 'Works cases',
  manager: 'Also sees figures and what is in quarantine',
  admin: 'Also does what is to come',
};

export interface StaffSettings {
  /** Beginning of the sign-in page's domain; one of the account's own where absent. */
  readonly signInPrefix: string | undefined;
  /** Where the pages are that people come back to, no slash at the end. */
  readonly siteUrl: string;
}

/** Who may work at the desk. Nobody signs up: an administrator makes the accounts. Kept when the stack goes, since people have their passwords there. */
export class Staff extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Cognito's own page where people sign in, no slash at the end. */
  readonly signInUrl: string;

  constructor(scope: Construct, id: string, { signInPrefix, siteUrl }: StaffSettings) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // They come in the token's claim `cognito:groups`.
    for (const groupName of ROLES) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: this.pool.userPoolId, groupName, description: MEANING[groupName] });
    }
    const domainPrefix = signInPrefix ?? `amends-${Aws.ACCOUNT_ID}`;
    this.signInUrl = this.pool.addDomain('SignIn', { cognitoDomain: { domainPrefix } }).baseUrl();
    this.client = this.pool.addClient('Desk', {
      // adminUserPassword is callable with AWS credentials only: it is how an operator gets a token on the command line.
      authFlows: { userSrp: true, adminUserPassword: true },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      // A page keeps no secret: whoever redeems the code proves by PKCE that it asked for it.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${siteUrl}/signed-in/`],
        logoutUrls: [`${siteUrl}/desk/`],
      },
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
    acknowledge(
      this.pool,
      'AwsSolutions-COG8',
      'The Plus plan is billed per user and month. Nobody signs up by themselves, passwords are long, and the desk is for staff only.',
    );
    acknowledge(
      this.pool,
      'AwsSolutions-COG2',
      'A second factor is on offer. Whether it is a must each business decides: a counter may share a device.',
    );
    new CfnOutput(this, 'PoolId', { value: this.pool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId });
  }

  authorizer(): HttpJwtAuthorizer {
    const issuer = `https://cognito-idp.${Stack.of(this).region}.${Stack.of(this).urlSuffix}/${this.pool.userPoolId}`;
    return new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [this.client.userPoolClientId] });
  }
}
