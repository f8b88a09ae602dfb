// Written by infra/compile-mails.ts from layout.mjml: change that, then run "npm run mails".
/** The layout of all mails: a mustache template. An object, so that a bundle can leave its text in a file until the first mail. */
export const LAYOUT = {
  html: `<!doctype html>
<html lang="{{lang}}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{subject}}</title>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
h1, p, ul, ol, table, td, a { overflow-wrap: anywhere; }
@media only screen and (max-width:480px) {
.brand > table > tbody > tr > td, .card > table > tbody > tr > td, .foot > table > tbody > tr > td { padding-left:0 !important; padding-right:0 !important; }
.block { padding-left:20px !important; padding-right:20px !important; }
.fact td { display:block !important; width:auto !important; padding:0 !important; border:0 !important; }
.fact .value { padding-bottom:10px !important; }
.button table, .button a { width:auto !important; display:block !important; }
.button td { display:block !important; }
}
@media (prefers-color-scheme:dark) {
body, .page, .page > div { background-color:#121c1b !important; }
.brand, .brand > table { background:#12302c !important; background-color:#12302c !important; }
.brand div { color:#ecf2ef !important; }
.card, .card > table { background:#1a2725 !important; background-color:#1a2725 !important; }
.block div, .block td, .block h1, .block li { color:#ecf2ef !important; }
.block .muted, .foot div { color:#aebcb8 !important; }
.fact td { border-color:#2f403d !important; }
.quote { background-color:#223b37 !important; border-color:#84d3c4 !important; }
.button td, .button a { background:#84d3c4 !important; background-color:#84d3c4 !important; color:#121c1b !important; }
.ratings a { color:#84d3c4 !important; border-color:#84d3c4 !important; }
.foot a { color:#84d3c4 !important; }
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
</head>
<body  class="page" style="word-spacing:normal;background-color:#f3f0e9;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{preheader}}</div>
<div
role="main" lang="{{lang}}" dir="ltr" style="word-spacing:normal;background-color:#f3f0e9;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:16px 0 0;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="vertical-align:top;padding:0;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="brand-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#0d5f57" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="brand" style="background:#0d5f57;background-color:#0d5f57;margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#0d5f57;background-color:#0d5f57;width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:0;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="vertical-align:top;padding:0;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
<tr>
<td
align="left" class="block" style="font-size:0px;padding:14px 32px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:15px;font-weight:700;line-height:1.6;text-align:left;color:#ffffff;"
>{{brand}}</div>
</td>
</tr>
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#fffdf9" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="card" style="background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#fffdf9;background-color:#fffdf9;width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:28px 0 14px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="vertical-align:top;padding:0;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
{{#blocks}}{{#heading}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:0 32px 18px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.6;text-align:left;color:#1f2d2b;"
><h1 style="margin:0;font-size:23px;line-height:1.35;font-weight:700">{{text}}</h1></div>
</td>
</tr>
{{/heading}}{{#text}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:0 32px 16px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.6;text-align:left;color:#1f2d2b;"
>{{#lines}}{{line}}{{#more}}<br>{{/more}}{{/lines}}</div>
</td>
</tr>
{{/text}}{{#facts}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:2px 32px 18px;word-break:break-word;"
>
<table
cellpadding="0" cellspacing="0" role="presentation" width="100%" border="0" style="color:#1f2d2b;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.5;table-layout:auto;width:100%;border:none;"
>
{{#rows}}<tr class="fact">
<td class="muted" width="36%" valign="top" style="width:36%;padding:9px 14px 9px 0;border-top:1px solid #d9d5cb;color:#525f5c;font-size:14px">{{label}}</td>
<td class="value" valign="top" style="padding:8px 0;border-top:1px solid #d9d5cb;font-weight:600">{{value}}</td>
</tr>{{/rows}}
</table>
</td>
</tr>
{{/facts}}{{#list}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:0 32px 16px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.6;text-align:left;color:#1f2d2b;"
>{{#title}}<div style="padding:0 0 6px">{{title}}</div>{{/title}}
<ul style="margin:0;padding:0 0 0 22px">{{#items}}<li style="padding:0 0 5px">{{item}}</li>{{/items}}</ul></div>
</td>
</tr>
{{/list}}{{#quote}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:2px 32px 18px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.6;text-align:left;color:#1f2d2b;"
><div class="quote" style="padding:12px 16px;border-left:4px solid #0d5f57;background-color:#e3f0ec">{{#lines}}{{line}}{{#more}}<br>{{/more}}{{/lines}}</div></div>
</td>
</tr>
{{/quote}}{{#button}}
<tr>
<td
align="left" class="block button" style="font-size:0px;padding:4px 32px 22px;word-break:break-word;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"
>
<tbody>
<tr>
<td
align="center" bgcolor="#0d5f57" role="presentation" style="border:none;border-radius:6px;cursor:auto;mso-padding-alt:14px 26px;background:#0d5f57;" valign="middle"
>
<a
href="{{link}}" style="display:inline-block;background:#0d5f57;color:#ffffff;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;font-weight:700;line-height:1.35;margin:0;text-decoration:none;text-transform:none;padding:14px 26px;mso-padding-alt:0px;border-radius:6px;" target="_blank"
>
{{label}}
</a>
</td>
</tr>
</tbody>
</table>
</td>
</tr>
{{/button}}{{#ratings}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:2px 32px 18px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.6;text-align:left;color:#1f2d2b;"
><div class="ratings">{{#boxes}}<a href="{{link}}" style="display:inline-block;min-width:26px;margin:0 6px 8px 0;padding:11px 8px;border:1px solid #0d5f57;border-radius:6px;color:#0d5f57;font-weight:700;line-height:1.35;text-align:center;text-decoration:none">{{label}}</a> {{/boxes}}</div>
{{#low}}<div class="muted" style="color:#525f5c;font-size:14px">{{low}} – {{high}}</div>{{/low}}</div>
</td>
</tr>
{{/ratings}}{{#signature}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:4px 32px 16px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.6;text-align:left;color:#1f2d2b;"
>{{#lines}}{{line}}{{#more}}<br>{{/more}}{{/lines}}</div>
</td>
</tr>
{{/signature}}{{/blocks}}
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="foot-outlook" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="foot" style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:16px 0 32px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="vertical-align:top;padding:0;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
{{#footers}}
<tr>
<td
align="left" class="block" style="font-size:0px;padding:0 32px 8px;word-break:break-word;"
>
<div
style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:13px;line-height:1.5;text-align:left;color:#525f5c;"
>{{#lines}}{{line}}{{#more}}<br>{{/more}}{{/lines}}{{#link}}{{#hasText}}<br>{{/hasText}}<a href="{{link}}" style="display:inline-block;padding:8px 0;color:#0d5f57;text-decoration:underline">{{label}}</a>{{/link}}</div>
</td>
</tr>
{{/footers}}
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`,
};
