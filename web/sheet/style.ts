/** One page of A4 for a case of ordinary length; longer ones go on, with the heads of their tables repeated. */
export const SHEET_STYLE = `
@page{size:A4;margin:11mm 12mm}
*{box-sizing:border-box}
html{background:#fff;color:#1c2523}
body{margin:0 auto;max-width:186mm;padding:8mm 0;font:8pt/1.3 "Noto Sans","Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
@media print{body{padding:0;max-width:none}}
@media screen{body{padding:8mm 4mm}}
header{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;border-bottom:1.6pt solid #1c2523;padding-bottom:1.6mm;margin-bottom:2.4mm}
h1{font-size:15pt;line-height:1.2;margin:0;letter-spacing:.02em}
header p{margin:0;text-align:right}
header b{font-size:12pt}
table{width:100%;border-collapse:collapse;margin:0 0 2mm}
caption{text-align:left;font-weight:700;padding:0 0 .8mm}
th,td{border:.5pt solid #8d9a96;padding:.45mm 1.3mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;background:#eef2f0}
.fields th{width:23mm}
.fields td{width:39mm}
.stages thead th:nth-child(1){width:32mm}
.stages thead th:nth-child(3){width:24mm}
.stages thead th:nth-child(4){width:29mm}
.stages tbody th{background:#f7f9f8}
.words{white-space:pre-line}
.late{font-weight:700}
.late::before{content:"! "}
.round{display:inline-block;border:.5pt solid #8d9a96;border-radius:2pt;padding:0 .8mm;margin-right:1mm;font-size:7.4pt}
tr{break-inside:avoid}
.signatures{display:flex;gap:8mm;margin:3mm 0 0}
.signatures span{flex:1;border-bottom:.5pt solid #1c2523;padding-bottom:5mm}
footer{margin-top:1.6mm;font-size:7.4pt;color:#47524f}
`;
