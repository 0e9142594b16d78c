import 'server-only';

/**
 * Credentials that their issuers marked, beyond `SECRET_SHAPES`: the issuers' documentation and the rules of secretlint
 * (MIT). Each starts with a fixed text and then has bounded repetitions, so that matching stays linear.
 */
export const SECRET_PREFIXES = [
  { id: 'anthropic, openai, openrouter', pattern: 'sk-(?:ant|proj|or|svcacct|admin|lf)-[A-Za-z0-9_-]{16,256}' },
  { id: 'aws', pattern: '(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])' },
  { id: 'aws bedrock', pattern: 'ABSK[A-Za-z0-9+/]{60,300}={0,2}' },
  { id: 'google oauth', pattern: '(?:GOCSPX-[A-Za-z0-9_-]{24,40}|ya29\\.[A-Za-z0-9_-]{20,250}|1//0[A-Za-z0-9_-]{30,120})' },
  { id: 'azure', pattern: '[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}' },
  { id: 'gitlab', pattern: 'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[A-Za-z0-9_-]{20,64}' },
  { id: 'slack', pattern: 'xapp-[0-9]-[A-Za-z0-9-]{10,250}|xoxe\\.xox[bp]-[A-Za-z0-9-]{10,250}' },
  { id: 'slack, discord, teams hook', pattern: '(?:https://)?(?:hooks\\.slack\\.com/(?:services|workflows)|discord(?:app)?\\.com/api/webhooks)/[A-Za-z0-9_/-]{20,200}' },
  { id: 'sendgrid, mail', pattern: '(?:SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}|xkeysib-[a-f0-9]{40,80}-[A-Za-z0-9]{10,20}|key-[a-f0-9]{32}|[a-f0-9]{32}-us[0-9]{1,2}|re_[A-Za-z0-9]{8,16}_[A-Za-z0-9]{16,32}|md-[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-]))' },
  { id: 'twilio', pattern: 'SK[a-f0-9]{32}(?![A-Za-z0-9])|AC[a-f0-9]{32}[: ]{1,2}[a-f0-9]{32}(?![A-Za-z0-9])' },
  { id: 'shopify', pattern: 'shp(?:pa|ca|at|ss|ua|tka)_[A-Za-z0-9]{32,64}' },
  { id: 'square, paypal, payment', pattern: '(?:sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,60}|EAAA[A-Za-z0-9_-]{60}|access_token\\$(?:production|sandbox)\\$[a-z0-9]{16}\\$[a-f0-9]{32}|rzp_(?:live|test)_[A-Za-z0-9]{14,32}|FLW(?:PUB|SEC)K(?:_TEST)?-[A-Za-z0-9-]{12,64}|(?:live|test)_[a-z0-9]{30,40}(?![A-Za-z0-9])|EZ[AT]K[A-Za-z0-9]{54})' },
  { id: 'hosting', pattern: '(?:do[opr]_v1_[a-f0-9]{64}|dckr_(?:pat|oat)_[A-Za-z0-9_-]{24,40}|HRKU-[A-Za-z0-9_-]{36,70}|vc[piark]_[A-Za-z0-9]{20,60}|cf(?:k|ut|at)_[A-Za-z0-9]{40,56}|fm[12]_[A-Za-z0-9+/=_-]{60,400}|FlyV1 fm[12]_[A-Za-z0-9+/=,_-]{60,400}|rnd_[A-Za-z0-9]{28,40}|nfp_[A-Za-z0-9]{36,48}|pscale_(?:tkn|oauth|pw)_[A-Za-z0-9_.-]{32,64}|sbp_[a-f0-9]{40}|sb_secret_[A-Za-z0-9_-]{20,60})' },
  { id: 'packages', pattern: '(?:pypi-[A-Za-z0-9_-]{50,250}|rubygems_[a-f0-9]{48}|oy2[a-z0-9]{43}|cio[A-Za-z0-9]{32}(?![A-Za-z0-9])|AKCp[A-Za-z0-9]{50,80})' },
  { id: 'vaults', pattern: '(?:hv[sbr]\\.[A-Za-z0-9_-]{24,300}|s\\.[A-Za-z0-9]{24}(?![A-Za-z0-9])|[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}|dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9._-]{30,60}|ops_eyJ[A-Za-z0-9+/=]{80,1400}|A3-[A-Z0-9]{6}-[A-Z0-9-]{20,40}|AGE-SECRET-KEY-1[A-Z0-9]{58}|tskey-[a-z]{2,20}-[A-Za-z0-9_]{8,40}(?:-[A-Za-z0-9_]{16,60})?|infp?\\.st\\.[A-Za-z0-9.-]{30,90})' },
  { id: 'monitoring', pattern: '(?:glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2}|NR(?:AK|JS|II|AL)-[A-Za-z0-9_-]{19,60}|sntry[su]_[A-Za-z0-9+/=_-]{40,400}|ddp?_[A-Za-z0-9]{32,40}|dt0[a-z][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}|sq[pua]_[a-f0-9]{40})' },
  { id: 'work', pattern: '(?:ATATT3[A-Za-z0-9_=-]{60,250}|ATCTT3[A-Za-z0-9_=-]{60,250}|ATBB[A-Za-z0-9]{24,40}|lin_(?:api|oauth)_[A-Za-z0-9_]{32,128}|figd_[A-Za-z0-9_-]{40,200}|ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{40,50}(?![A-Za-z0-9])|pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}|PMAK-[a-f0-9]{24}-[a-f0-9]{34}|pul-[a-f0-9]{40}|pnu_[A-Za-z0-9]{36}|rdme_[a-z0-9]{60,80}|tfp_[A-Za-z0-9_.-]{40,70}|sl\\.[A-Za-z0-9_-]{60,200}|bkua_[a-f0-9]{40}|CCIPAT_[A-Za-z0-9]{16,30}_[a-f0-9]{40}|phc_[A-Za-z0-9]{30,50}|phx_[A-Za-z0-9]{30,50})' },
  { id: 'models', pattern: '(?:gsk_[A-Za-z0-9]{40,60}|r8_[A-Za-z0-9]{36,44}|pplx-[A-Za-z0-9]{40,64}|xai-[A-Za-z0-9]{60,100}|api_org_[A-Za-z]{34}|dapi[a-f0-9]{32}(?:-[0-9])?|tgp_v1_[A-Za-z0-9_-]{40,60}|nvapi-[A-Za-z0-9_-]{50,80}|fw_[A-Za-z0-9]{20,32}(?![A-Za-z0-9])|jina_[A-Za-z0-9]{40,60}|pcsk_[A-Za-z0-9_]{50,90}|lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{8,12})' },
  { id: 'messengers', pattern: '[0-9]{8,10}:AA[A-Za-z0-9_-]{30,36}|[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}|EAA[A-Za-z0-9]{60,250}|AAAAAAAAAA[A-Za-z0-9%]{60,120}' },
  { id: 'clouds', pattern: 'LTAI[A-Za-z0-9]{12,24}(?![A-Za-z0-9])|AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])|AQVN[A-Za-z0-9_-]{35,40}|t1\\.[A-Z0-9a-z_-]{10,400}={0,2}\\.[A-Z0-9a-z_-]{86}|(?:pk|sk|tk)\\.eyJ[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]{20,40}' },
  { id: 'private key of a wallet', pattern: '[xyz]prv[A-Za-z0-9]{100,112}' },
] as const; // prettier-ignore
