/**
 * Traditional characters that are common in what customers write, each with its simplified form: "traditional simplified" pairs without
 * separators. Only characters that simplified texts do not use (so no 后, 里, 只, 台, 干 as keys). Unihan, kSimplifiedVariant.
 */
const PAIRS =
  '這这個个們们來来會会說说過过還还時时間间對对話话電电買买賣卖貨货錢钱費费價价貴贵賬账帳账單单據据點点問问題题務务員员態态樣样麼么嗎吗訂订購购運运輸输達达遲迟誤误壞坏爛烂處处應应該该讓让給给從从後后為为無无沒没當当實实質质產产業业廠厂廣广門门' +
  '開开關关閉闭裡里裏里邊边進进離离遠远機机場场車车飛飞銀银險险賠赔償偿詐诈騙骗偽伪檢检驗验證证發发現现補补換换維维護护網网絡络線线訊讯號号碼码館馆飯饭廳厅飲饮麵面雞鸡魚鱼鴨鸭豬猪湯汤鹹咸熱热涼凉髒脏亂乱臟脏髮发頭头臉脸淚泪傷伤燙烫燒烧毀毁滅灭' +
  '氣气體体溫温濕湿潔洁淨净掃扫櫃柜檯台臺台樓楼層层廁厕衛卫環环醫医療疗藥药診诊掛挂師师長长經经營营顧顾戶户專专煩烦親亲禮礼聲声響响復复絕绝謝谢讚赞贊赞歡欢愛爱優优齊齐舊旧歲岁兒儿孫孙媽妈爺爷懷怀殘残輪轮聾聋訴诉訟讼舉举報报監监協协記记聞闻視视' +
  '頻频錄录種种洩泄隱隐資资轉转匯汇貸贷銷销註注冊册級级別别項项條条規规則则約约簽签續续搶抢滿满減减數数錯错動动靜静聽听見见覺觉認认識识論论議议評评詢询請请談谈調调試试詳详誠诚誰谁課课讀读變变豐丰貝贝負负責责貧贫貪贪賀贺賴赖賺赚贏赢趕赶跡迹踐践' +
  '輕轻較较載载輛辆農农適适遞递選选遺遗鄰邻醜丑釋释針针釘钉鈴铃鐵铁銹锈鏽锈錶表鍋锅鎖锁鏡镜鐘钟閒闲階阶際际隊队難难雖虽雙双頁页順顺須须預预領领頗颇顏颜額额類类顯显風风養养餓饿騰腾驚惊驅驱鬆松麗丽黃黄齡龄龍龙齒齿係系倉仓倆俩側侧偵侦備备傢家傭佣' +
  '傳传債债僅仅僱雇儀仪億亿儘尽兇凶兩两凍冻劃划劇剧勁劲勝胜勞劳勢势區区參参吳吴啞哑啟启喚唤喪丧嚇吓嚐尝嚴严圍围園园圓圆團团執执堅坚塊块塵尘墊垫壓压壽寿夠够奪夺獎奖婦妇學学寧宁審审寫写寬宽寶宝將将尋寻導导屆届屬属島岛嶺岭幣币幫帮幹干幾几庫库廢废' +
  '張张強强彈弹彎弯彙汇徹彻恆恒悅悦惡恶惱恼慘惨慚惭慣惯慮虑慶庆憂忧憤愤憑凭憶忆懇恳懶懒戰战戲戏拋抛掙挣採采揀拣揚扬損损搖摇摺折撥拨撿捡擁拥擇择擊击擋挡擔担擠挤擬拟擴扩擺摆擾扰攔拦攜携敗败敘叙敵敌斷断晉晋曆历曉晓曬晒書书東东極极構构樂乐標标槍枪' +
  '樁桩橋桥檔档權权欄栏歐欧歷历歸归殺杀決决沖冲況况測测渾浑湊凑準准溝沟滯滞滲渗漢汉漲涨潛潜澆浇濃浓濟济濾滤瀏浏灑洒灣湾災灾煙烟煉炼爐炉爭争爾尔牆墙狀状狹狭獨独獲获獻献瑣琐瓊琼畢毕畫画異异瘋疯癢痒癮瘾皺皱盜盗盡尽盤盘眾众睏困矯矫碩硕確确磚砖禍祸' +
  '稅税稱称穀谷積积穩稳窮穷竅窍筆笔節节範范築筑簡简簾帘籃篮籤签糧粮糾纠紀纪紅红納纳純纯紙纸紛纷細细終终組组結结統统絲丝綁绑綠绿緊紧緒绪緩缓編编緣缘縣县縫缝縮缩總总績绩繞绕繳缴繼继纏缠罰罚罵骂羅罗義义習习聯联聰聪職职肅肃脅胁腎肾腦脑腫肿腳脚腸肠' +
  '膠胶臨临興兴艙舱艱艰蒼苍蓋盖薦荐藍蓝藝艺蘇苏蘋苹虧亏蟲虫蠅蝇術术衝冲裝装製制複复襯衬襪袜覽览觀观觸触計计訓训託托設设許许詞词詰诘誇夸諒谅諮咨講讲謊谎譯译豈岂貓猫販贩貫贯貼贴貿贸賊贼賓宾賞赏賤贱賦赋贈赠贓赃躍跃軟软軌轨輔辅輯辑轄辖轟轰辦办辭辞' +
  '辯辩迴回逕径連连週周遊游違违遷迁邏逻郵邮鄉乡醬酱鈔钞鉤钩銜衔鋪铺鋼钢鍵键鏈链鑑鉴鑒鉴閱阅闆板闊阔隨随雜杂雲云霧雾靈灵韓韩頂顶頓顿願愿飾饰餅饼餘余馬马駕驾駛驶騎骑騷骚驕骄鬧闹鮮鲜麥麦黨党齣出鹽盐塗涂漿浆獸兽籠笼闖闯詆诋誹诽謗谤謹谨賄贿賂赂僞伪' +
  '昇升佈布佔占併并倖幸傑杰凈净卻却吶呐唸念喫吃嘆叹噁恶囉啰嗆呛妝妆姦奸嬰婴孃娘屍尸峽峡巖岩幟帜恥耻悶闷惻恻慾欲憐怜懸悬戀恋捨舍搗捣攝摄斃毙暈晕暢畅曠旷檸柠殼壳氈毡淺浅渦涡潰溃澀涩澤泽濫滥瀉泻燈灯燉炖燦灿牽牵犧牺猶犹獄狱瑪玛甦苏痠酸痺痹睜睁瞞瞒' +
  '矇蒙砲炮礙碍禦御禿秃窩窝竄窜竊窃競竞籌筹緻致繡绣纔才羨羡翹翘聳耸脫脱脹胀艷艳蔔卜虛虚螞蚂蟻蚁蠟蜡詛诅詭诡誘诱諷讽諾诺謠谣譴谴讎仇贖赎蹤踪蹺跷軀躯軋轧輾辗遙遥鄭郑醞酝銳锐鋒锋錘锤錦锦鎮镇鑰钥閃闪閥阀陰阴陳陈陸陆陽阳隸隶雛雏靂雳韌韧頸颈顛颠飄飘' +
  '飽饱餵喂駁驳駐驻髖髋鬥斗鬱郁鬍胡魯鲁鯨鲸鴿鸽鵝鹅鶴鹤鹼碱黴霉齋斋繫系衆众爲为峯峰羣群滙汇啓启綫线牀床湧涌蔘参繮缰曏向祕秘攷考纍累鷄鸡鵞鹅麪面鬪斗滾滚贗赝儲储嗶哔僑侨劉刘勵励匱匮厭厌唄呗嘩哗嘔呕嘗尝嘮唠嘰叽噴喷嚕噜囂嚣圖图塢坞墮堕奧奥妳你姍姗' +
  '娛娱孿孪尷尴屜屉嶄崭廂厢廈厦憊惫懲惩撐撑撓挠撫抚擲掷擱搁攏拢攤摊敎教斂敛旣既暫暂槓杠殯殡毆殴氫氢滬沪漣涟漸渐潑泼澱淀瀝沥煥焕熒荧燻熏獵猎瑩莹瘓痪瘡疮癡痴癱瘫皚皑祇只禱祷稟禀竪竖紋纹紡纺紮扎絞绞絨绒綜综綵彩緘缄織织罷罢羈羁膚肤膽胆臍脐薑姜蘆芦' +
  '蘿萝蝦虾蠻蛮襲袭諧谐謙谦謬谬讒谗賭赌賢贤贍赡軸轴鈕钮銘铭鋸锯鍛锻闡阐陣阵韻韵饑饥饒饶鬚须鰻鳗鳳凤鷹鹰';

/** Simplified characters that traditional texts use too, with another meaning or as a variant: they do not show which script a text is in. */
const IN_BOTH = '后里面台只干家回表伙系板周余出制范谷志布占并升念吃致才卜胡斗喂仇蒙御冲采折困准松舍欲杰岩尸扣云秋几丑御郁克复征托咨';

const pairs: [string, string][] = [];
for (let i = 0; i + 1 < PAIRS.length; i += 2) {
  const traditional = PAIRS.charAt(i);
  const simplified = PAIRS.charAt(i + 1);
  if (traditional !== simplified) pairs.push([traditional, simplified]);
}

/** Traditional → simplified. Shows that a text is traditional. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(pairs);

/** Characters that simplified texts use as well, in few words (乾隆, 著名), and traditional ones in many (乾淨, 等著). */
const VARIANTS: [string, string][] = [
  ['乾', '干'],
  ['覆', '复'],
  ['著', '着'],
  ['夥', '伙'],
];

const FIRST = 0x4e00;
/** By code unit: a text asks for every character. */
const matched: string[] = [];
for (const [traditional, simplified] of [...pairs, ...VARIANTS]) matched[traditional.charCodeAt(0) - FIRST] = simplified;

/** How a character is matched with phrases; `undefined` for as it is. Not for showing text to people. */
export const matchedAs = (code: number): string | undefined => matched[code - FIRST];

const shared = new Set(IN_BOTH);
/** Characters that only simplified Chinese writes. */
export const SIMPLIFIED_ONLY: ReadonlySet<string> = new Set(pairs.map(([, simplified]) => simplified).filter((c) => !shared.has(c)));
