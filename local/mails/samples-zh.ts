import { deadlineStep } from '../../shared/domain/recovery/mail/deadline-step.ts';
import { links, type Samples } from './sample-links.ts';

/** 人名、订单和金额均为虚构。 */
export function chinese(brandName: string): Samples {
  const customer = { name: '李明', caseNumber: '2611-0042', ownerName: '王芳', brandName, statusLink: links.statusLink };
  const staff = { caseNumber: '2611-0042', ownerName: '王芳', brandName, deskLink: links.deskLink };
  const answerBy = '2026年11月23日星期一 17:00';
  const solveBy = '2026年11月25日星期三 10:00';
  const voucher = { remedyTitle: '全额退款', amount: '¥385.00', validUntil: '2026年12月7日' };
  const asked = {
    name: '王小明',
    brandName,
    title: '您对我们的服务满意吗？',
    question: '您对我们的服务有多满意？',
    ratingLabels: ['1', '2', '3', '4', '5'],
    ratingLinks: links.ratingLinks,
    lowLabel: '非常不满意',
    highLabel: '非常满意',
    answerLink: links.answerLink,
    answerUntil: '2026年12月23日星期三',
    unsubscribeLink: links.unsubscribeLink,
  };
  return {
    acknowledgement: { ...customer, answerBy, solveBy },
    joined: { ...customer, answerBy },
    question: { ...customer, question: '包裹是哪一天放到邻居家的？\n您拿到时，封条是否完好？' },
    standing: {
      ...customer,
      standing: '承运方已确认，包裹在分拨中心滞留了九天。封条破损的原因，我们正在等承运方的书面说明。',
      nextBy: solveBy,
    },
    answer: {
      ...customer,
      answer:
        '您的来信我看过了，您与门店的通话录音我也听了。两天该到的包裹让您等了两个星期，也一直没有人给您回电话。\n\n这两件事我今天都在查，已经要求承运方提供包裹的完整路由。',
    },
    decision: {
      ...customer,
      explanation: '订单按时出库，承运方误分到另一分拨中心，滞留九天。客服热线在第四天已看到异常，却没有联系您，这是我们的过失。',
      nextBy: solveBy,
    },
    unfounded: {
      ...customer,
      explanation:
        '货架标价与您小票上的价格一致，均为12.90元。您记得的9.90元是前一周宣传单上的价格，宣传单我们留有存档，如有需要可以寄给您一份。',
    },
    offer: {
      ...customer,
      ...voucher,
      remedyText: '货款和运费全部原路退回，三个工作日内到账。\n商品不必退回。',
      note: '您寄信的邮资，我也一并算进去了。',
      offerLink: links.offerLink,
      apologyBy: '分公司负责人赵敏',
    },
    remedied: { ...customer, resolution: '货款和运费已全部原路退回。', amount: '¥385.00' },
    'follow-up': { ...customer, followUpLink: links.followUpLink },
    'follow-up-again': { ...customer, followUpLink: links.followUpLink },
    reopened: { ...customer, answerBy },
    promised: { ...customer, what: '就封条破损一事给您回电', promisedFor: answerBy },
    'broken-promise': {
      ...customer,
      what: '答复封条破损的原因',
      promisedFor: answerBy,
      nextBy: solveBy,
      remedyTitle: '下次购物可用的优惠券',
      remedyText: '无论此事如何处理，优惠券都归您所有，一年内有效。',
      amount: '¥50.00',
    },
    'moved-promise': { ...customer, what: '为您更换电热水壶', from: answerBy, to: solveBy },
    closed: customer,
    'win-back': {
      name: customer.name,
      ownerName: customer.ownerName,
      brandName,
      ...voucher,
      remedyTitle: '下次购物免运费',
      amount: '¥12.00',
      unsubscribeLink: links.unsubscribeLink,
    },
    invitation: {
      ...asked,
      introduction: '只需一分钟。如果有不满意的地方，请告诉我们，会有专人阅读并处理。',
    },
    'invitation-reminder': { ...asked, hasBegun: false },
    greeting: {
      name: customer.name,
      brandName,
      occasion: '新春佳节',
      words: '值此新春佳节，谨向您致以诚挚的祝福，感谢您一直以来的信任。',
      unsubscribeLink: links.unsubscribeLink,
    },

    'owner-notice': {
      ...staff,
      severity: '严重',
      reasons: '评分1分（满分5分）、要求回电',
      flags: '多次反映、可能流失',
      topics: '配送、联系渠道',
      tier: '金卡',
      answerBy,
      solveBy,
      reachable: true,
    },
    'handed-over': {
      ...staff,
      from: '刘洋',
      reason: '明日起休假',
      state: '已提出方案，等待客户答复',
      lastStep: '提出方案：2026年11月23日星期一 10:30',
      severity: '严重',
      flags: '多次反映',
      topics: '配送、联系渠道',
      tier: '金卡',
      wish: '退款',
      facts: '产品：电热水壶；订单或批次：2026-1107；发生日期：2026年11月7日',
      finding: '包裹在其他分拨中心滞留九天，封条在该处破损。',
      decision: '客诉成立；客服热线第四天已看到异常，未联系客户',
      cause: '包裹误分至其他分拨中心',
      liable: '物流部',
      offered: ['分公司负责人致歉：客户未接受', '退款¥385.00：有效期至2026年12月7日'],
      promised: [`${solveBy}前答复封条破损的原因`],
      deadlines: [`办结：${solveBy}`, '向负责人提交报告：2026年11月27日'],
      reachable: true,
    },
    deadline: { ...staff, deadlineName: '首次答复', dueAt: answerBy, severity: '严重', ...deadlineStep(75) },
    serious: {
      ...staff,
      recipientName: '陈建国',
      flags: '人身安全、监管投诉',
      severity: '紧急',
      topics: '安全、产品质量',
      answerBy,
      reportBy: '2026年11月27日',
    },
    'customer-replied': { ...staff, raisedTo: '紧急', answerBy, wasWaiting: true },
    'approval-request': {
      ...staff,
      recipientName: '陈建国',
      remedy: '退款',
      amount: '¥3,850.00',
      limit: '¥2,000.00',
      requestedBy: '王芳',
      reason: '一个月内第二次出错，整单商品无法使用',
      decideBy: answerBy,
    },
    'approval-answer': {
      ...staff,
      remedy: '退款',
      amount: '¥3,850.00',
      decidedBy: '赵敏',
      isApproved: true,
      reachable: true,
      reason: '整单商品无法使用',
    },
    'offer-answered': { ...staff, remedy: '全额退款', amount: '¥385.00', isAccepted: false, hasReason: true, nextRemedy: '下次购物代金券' },
    'promise-due': { ...staff, what: '答复封条破损的原因', dueAt: solveBy },
    'measure-due': {
      ...staff,
      measure: '每晚将承运方分拨扫描记录与发货清单核对',
      dueOn: '2026年11月27日',
      cause: '包裹误分至其他分拨中心',
      isOverdue: true,
    },
    undeliverable: { ...staff, reason: '该邮箱不存在', mail: '解决方案' },
    'opened-again': { ...staff, round: 2, reason: '换来的商品封条也是破的', answerBy, saidNo: true },
  };
}
