import type { ManifestWords } from './en.ts';

export const ja: ManifestWords = {
  fullName: 'Teams と Outlook のための Lead Desk',
  addinOnlyName: 'Lead Desk (Mac 版およびモバイル版 Outlook)',
  short: '会話から離れずにリードを管理',
  description:
    'メールからリードを作成し、見込みあり・見込みなしを判定し、メールをタイムラインに記録します。Outlook と Microsoft Teams で使え、リードの流れは Dynamics 365 Sales と同じです。',
  button: 'リード',
  readTip: 'このメールに関するリード、またはメールから入力された新しいリードを表示します。',
  composeTip: '宛先のリードを表示し、送信時にメールをそこに記録します。',
  tab: 'リード',
  search: 'リードを検索',
  searchTells: 'リードのカードをメッセージに挿入します',
  searchFor: '名前・会社・メール・電話',
  newLead: '新しいリード',
  newLeadTells: 'メッセージまたは入力内容からリードを作成します',
};
