import type { Language } from '../../../shared/domain/language.ts';

/** What is said about photos. */
export interface PhotoWords {
  readonly label: (most: number) => string;
  readonly hint: string;
  readonly choose: string;
  readonly list: string;
  readonly remove: (name: string) => string;
  readonly preparing: string;
  readonly added: (name: string, count: number, most: number) => string;
  readonly removed: (name: string) => string;
  readonly tooMany: (most: number, left: string) => string;
  readonly unreadable: (name: string) => string;
  readonly sending: (n: number, of: number) => string;
  readonly failed: (names: string) => string;
  readonly silent: string;
  readonly notSent: string;
  readonly size: (bytes: number) => string;
}

const megabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(
    Math.max(bytes / 1024 / 1024, 0.1),
  );

export const PHOTO_WORDS: Readonly<Record<Language, PhotoWords>> = {
  en: {
    label: (most) => `Photos (optional, ${most} at most)`,
    hint: 'They are sent when you send the form, without the place, time and camera that are stored in them. They are not kept in this browser.',
    choose: 'Choose photos',
    list: 'Photos to be sent',
    remove: (name) => `Remove ${name}`,
    preparing: 'Preparing the photo …',
    added: (name, count, most) => `${name} has been added: ${count} of ${most}.`,
    removed: (name) => `${name} has been removed.`,
    tooMany: (most, left) => `Only ${most} photos can be sent. Left out: ${left}.`,
    unreadable: (name) => `${name} cannot be sent: it is no photo that this browser can read, or it is too large.`,
    sending: (n, of) => `Sending photo ${n} of ${of} …`,
    failed: (names) =>
      `Not sent: ${names}. Send once more to try it again; if it fails again, your words go without it. You can also remove it.`,
    silent:
      'There is no connection to us at the moment. Your photos cannot be kept here: send later to have them with it, or send once more now and your words go without them as soon as possible.',
    notSent: 'not sent',
    size: (bytes) => megabytes(bytes, 'en'),
  },
  'zh-Hans': {
    label: (most) => `照片（选填，最多 ${most} 张）`,
    hint: '照片在您提交时一并上传，其中记录的位置、时间和相机信息会先行去除。照片不会保存在此浏览器中。',
    choose: '选择照片',
    list: '待上传的照片',
    remove: (name) => `移除 ${name}`,
    preparing: '正在处理照片……',
    added: (name, count, most) => `已添加 ${name}，共 ${count} 张，最多 ${most} 张。`,
    removed: (name) => `已移除 ${name}。`,
    tooMany: (most, left) => `最多只能上传 ${most} 张照片，以下照片未添加：${left}。`,
    unreadable: (name) => `无法上传 ${name}：此浏览器无法读取该照片，或文件过大。`,
    sending: (n, of) => `正在上传第 ${n} 张照片，共 ${of} 张……`,
    failed: (names) => `未能上传：${names}。再次提交时会重试；若仍未成功，您填写的内容将照常提交，不附该照片。您也可以将其移除。`,
    silent: '暂时无法连接到我们。照片无法保存在此：您可以稍后连同照片一起提交；若现在再次提交，您填写的内容会尽快送达，但不附照片。',
    notSent: '未上传',
    size: (bytes) => megabytes(bytes, 'zh-Hans'),
  },
};
