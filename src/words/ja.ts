import type { FieldProblem, LeadErrorCode } from '../leads/lead-error.ts';
import type { Words } from './en.ts';

const fields: Words['fields'] = {
  topic: 'トピック',
  firstName: '名',
  lastName: '姓',
  jobTitle: '役職',
  companyName: '会社名',
  businessPhone: '勤務先電話',
  mobilePhone: '携帯電話',
  email: 'メール',
  website: 'Web サイト',
  street: '番地',
  city: '市区町村',
  stateOrProvince: '都道府県',
  postalCode: '郵便番号',
  country: '国/地域',
  description: '説明',
  source: 'リード ソース',
  rating: '評価',
  industry: '業種',
  preferredContactMethod: '希望する連絡方法',
  productInterest: '関心のある製品',
  purchaseTimeframe: '購入時期',
  budgetAmount: '予算額',
  purchaseProcess: '購入プロセス',
  decisionMaker: '意思決定者を特定済み',
  summary: '概要',
  currency: '通貨',
  estimatedValue: '見込み金額',
  estimatedCloseDate: 'クローズ予定日',
  owner: '所有者',
  created: '作成',
  reason: '理由',
  text: '本文',
  note: 'メモ',
  direction: '方向',
  durationMinutes: '時間 (分)',
  dueAt: '期限',
  priority: '優先度',
  ownerId: '所有者',
  leadIds: 'リード',
  account: '取引先企業',
  contact: '取引先担当者',
  opportunity: '営業案件',
};

const options: Words['options'] = {
  advertisement: '広告',
  'employee-referral': '従業員の紹介',
  'external-referral': '外部からの紹介',
  partner: 'パートナー',
  'public-relations': '広報',
  seminar: 'セミナー',
  'trade-show': '展示会',
  web: 'Web',
  'word-of-mouth': '口コミ',
  other: 'その他',
  hot: '高',
  warm: '中',
  cold: '低',
  any: '指定なし',
  email: 'メール',
  phone: '電話',
  fax: 'FAX',
  mail: '郵便',
  'must-have': '必須',
  'should-have': '必要',
  'good-to-have': 'あれば便利',
  'no-need': '不要',
  'no-committed-budget': '予算未確定',
  'may-buy': '購入の可能性あり',
  'can-buy': '購入可能',
  'will-buy': '購入予定',
  immediate: 'すぐに',
  'this-quarter': '今四半期',
  'next-quarter': '来四半期',
  'this-year': '今年',
  unknown: '不明',
  individual: '個人',
  committee: '委員会',
  accounting: '会計',
  'agriculture-and-non-petrol-natural-resource-extraction': '農業および天然資源採掘 (石油を除く)',
  'broadcasting-printing-and-publishing': '放送、印刷、出版',
  brokers: '仲介業',
  'building-supply-retail': '建材小売',
  'business-services': '法人向けサービス',
  consulting: 'コンサルティング',
  'consumer-services': '消費者向けサービス',
  'design-direction-and-creative-management': 'デザインおよびクリエイティブ',
  'distributors-dispatchers-and-processors': '流通、配送、加工',
  'doctors-offices-and-clinics': '医院および診療所',
  'durable-manufacturing': '耐久財製造',
  'eating-and-drinking-places': '飲食業',
  'entertainment-retail': '娯楽小売',
  'equipment-rental-and-leasing': '機器レンタルおよびリース',
  financial: '金融',
  'food-and-tobacco-processing': '食品およびたばこ加工',
  'inbound-capital-intensive-processing': '資本集約型加工 (受入)',
  'inbound-repair-and-services': '修理およびサービス (受入)',
  insurance: '保険',
  'legal-services': '法務サービス',
  'non-durable-merchandise-retail': '非耐久財小売',
  'outbound-consumer-service': '出張消費者サービス',
  'petrochemical-extraction-and-distribution': '石油化学の採掘および流通',
  'service-retail': 'サービス小売',
  'sig-affiliations': 'SIG 加盟',
  'social-services': '社会福祉サービス',
  'special-outbound-trade-contractors': '専門工事業 (出張)',
  'specialty-realty': '特殊不動産',
  transportation: '運輸',
  'utility-creation-and-distribution': '公共事業の生産および供給',
  'vehicle-retail': '自動車小売',
  wholesale: '卸売',
  new: '新規',
  contacted: '連絡済み',
  qualified: '見込みあり',
  lost: '失注',
  'cannot-contact': '連絡不能',
  'no-longer-interested': '関心なし',
  canceled: 'キャンセル',
  low: '低',
  normal: '標準',
  high: '高',
};

const problem: Record<LeadErrorCode, string> = {
  'invalid-input': '入力の一部を使用できません。下に示す項目を直して、もう一度お試しください。',
  'lead-not-found': 'このリードはもうありません。削除された可能性があります。',
  'record-not-found': 'その ID のレコードはありません。',
  'timeline-item-not-found': 'このタイムラインの項目はもうありません。',
  'not-permitted': 'あなたのロールでは許可されていません。営業マネージャーまたは管理者に依頼してください。',
  'lead-changed': 'このリードはその間に変更されました。現在の内容を確認して、もう一度判断してください。',
  'lead-closed': 'このリードはクローズされています。先に再アクティブ化してください。',
  'lead-open': 'このリードは既に開いています。',
  'duplicate-lead': '既に登録されている方のようです。下のレコードを開くか、このまま作成してください。',
  'duplicate-customer': '該当しそうな取引先企業または取引先担当者が既にあります。選択するか、新しく作成してください。',
  'attachment-refused': 'このファイルは添付できません。',
  'store-unavailable': '現在リードにアクセスできません。失われたものはありません。しばらくしてからお試しください。',
  'lead-has-opportunity':
    'このリードには進行中の営業案件があるため、見込みなしと評価できません。「見込みありと評価」を選ぶと、同じ営業案件のまま再び見込みありと評価できます。',
};

function rule(found: FieldProblem): string {
  switch (found.rule) {
    case 'required':
      return 'は必須です';
    case 'unknown-field':
      return 'は書き込める項目ではありません';
    case 'not-text':
      return 'は文字列で指定してください';
    case 'not-a-number':
      return 'は数値で指定してください';
    case 'not-an-amount':
      return `は ${found.example} のような金額で指定してください`;
    case 'not-yes-or-no':
      return 'は true または false で指定してください';
    case 'not-a-date':
      return 'は 2026-12-31 のような日付で指定してください';
    case 'not-a-time':
      return 'は 2026-12-31T09:30:00Z のような日時で指定してください';
    case 'not-an-email':
      return 'は jane@contoso.com のようなメール アドレスで指定してください';
    case 'not-a-currency':
      return 'は USD や EUR のような通貨で指定してください';
    case 'not-an-id':
      return 'に該当するレコードはありません';
    case 'not-a-web-address':
      return 'は www.contoso.com のような Web アドレスで指定してください';
    case 'too-long':
      return `は ${found.limit} 文字以内で入力してください`;
    case 'too-small':
      return `は ${found.limit} 以上で指定してください`;
    case 'too-large':
      return `は ${found.limit} 以下で指定してください`;
    case 'too-many':
      return `は ${found.limit} 件以内で指定してください`;
    case 'not-an-option':
      return `は次のいずれかで指定してください: ${found.options.join(', ')}`;
    case 'needs-company':
      return 'にはリードの会社名が必要です';
    case 'needs-customer':
      return 'には顧客となる取引先企業または取引先担当者が必要です';
    case 'no-column':
      return 'の列がありません。最初の行に「姓」または「氏名」の列名を入れてください';
    case 'not-yours-to-give':
      return 'は別の人です。他の人のリードを割り当てられるのは営業マネージャーです';
    case 'not-unique':
      return 'には同じ名前の人が複数います。代わりにメールアドレスを入力してください';
    case 'file-empty':
      return 'は空です';
    case 'file-too-large':
      return 'は 25 MB を超えています';
    case 'file-type-not-allowed':
      return 'は開くと実行される種類のファイルです';
    case 'not-sent':
      return 'はまだ送信されていません';
    case 'before-start':
      return 'は開始より前にできません';
    case 'malformed':
      return 'の形式が正しくありません';
    case 'quote-not-closed':
      return 'は引用符が閉じられていないセルの一部です';
  }
}

export const ja: Words = {
  fields,
  options,
  otherOption: (option) => option,
  problem,
  rule,
  status: { open: 'オープン', qualified: '見込みあり', disqualified: '見込みなし' },
  newLead: '新しいリード',
  summary: '概要',
  details: '詳細',
  address: 'Web サイトと住所',
  create: '作成',
  createAndLog: '作成してメールを記録',
  createAnyway: 'このまま作成',
  saveAnyway: 'このまま保存',
  createNew: '新規作成',
  record: { lead: 'リード', contact: '取引先担当者', account: '取引先企業' },
  duplicate: {
    'same-email': '同じメール アドレス',
    'same-phone': '同じ電話番号',
    'same-name-and-company': '同じ氏名と会社',
    'same-name-and-domain': '同じ氏名とメール ドメイン',
    'same-company': '同じ会社',
    'same-domain': '同じドメイン',
  },
  posted: {
    assigned: 'このリードがあなたに割り当てられました。',
    'new-lead': '新しいリード',
    'task-due': 'このリードのタスクの期限です。',
  },
  notify: {
    on: '新しいリードをここに知らせます。',
    only: '次の条件のものだけ:',
    off: '新しいリードをここに知らせるのをやめました。',
    wasOff: 'ここには何も知らせていませんでした。',
    stop: '通知を停止',
    onlyInChat: '通知は Teams のチャットまたはチャネルで設定できます。',
  },
  assign: '割り当て',
  assignLead: 'リードの割り当て',
  assignedTo: (name) => `${name} に割り当てました`,
  addTask: 'タスクを追加',
  taskAdded: 'タスクを追加しました',
  complete: '完了',
  taskCompleted: 'タスクを完了しました',
  save: '保存',
  cancel: 'キャンセル',
  edit: '編集',
  editInDialog: 'ダイアログで編集',
  openInTab: '[リード] タブで開く',
  qualify: '見込みありと評価',
  disqualify: '見込みなしと評価',
  reactivate: '再アクティブ化',
  addNote: 'メモを追加',
  logCall: '通話を記録',
  logEmail: 'メールを記録',
  delete: '削除',
  more: 'その他',
  show: '表示',
  editLead: 'リードの編集',
  qualifyLead: 'リードを見込みありと評価',
  disqualifyLead: 'リードを見込みなしと評価',
  deleteLead: 'リードの削除',
  deleteWarning: 'メモ、通話、メール、添付ファイルも削除されます。取引先企業、取引先担当者、営業案件は残ります。',
  deleted: 'リードとそのタイムラインを削除しました。',
  whatToCreate: '何を作成しますか?',
  currencyRequired: '通貨を選択してください。',
  required: 'この項目は必須です。',
  timeline: 'タイムライン',
  history: '履歴',
  backToLead: 'リードに戻る',
  tryAgain: '再試行',
  andMore: (count) => `他 ${count} 件`,
  audit: {
    create: 'がリードを作成',
    update: 'がリードを変更',
    qualify: 'がリードを見込みありと評価',
    disqualify: 'がリードを見込みなしと評価',
    reactivate: 'がリードを再アクティブ化',
    assign: 'がリードを割り当て',
    delete: 'がリードを削除',
    'timeline-add': 'がタイムラインに追加',
    'timeline-update': 'がタイムラインの項目を変更',
    'timeline-delete': 'がタイムラインの項目を削除',
    unfollow: 'が会話をこのリードと無関係と指定',
    denied: 'が許可されていない操作を試行',
  },
  auditFields: {
    tried: '試行した操作',
    times: '回数',
    status: '状態',
    createdVia: '作成経路',
    annualRevenue: '年間売上高',
    numberOfEmployees: '従業員数',
    doNotEmail: '電子メールを許可しない',
    doNotPhone: '電話を許可しない',
    sourceCampaign: '元のキャンペーン',
    budgetStatus: '予算の状態',
    need: 'ニーズ',
    qualificationComments: '見込みありの評価に関するコメント',
    fullName: '氏名',
    kind: '種類',
    subject: '件名',
    occurredAt: '日時',
    sentAt: '送信日時',
    startAt: '開始',
    endAt: '終了',
    location: '場所',
    event: '内容',
    mailbox: 'メールボックス',
  },
  createdVia: {
    chat: 'チャット',
    email: 'メール',
    message: 'Teams のメッセージ',
    api: 'API',
    form: 'Web フォーム',
    csv: 'CSV ファイル',
  },
  surface: { teams: 'Teams', outlook: 'Outlook', tab: '[リード] タブ', api: 'API' },
  noEntries: 'まだ何もありません。',
  unassigned: '未割り当て',
  attachments: 'メールと一緒に保存する添付ファイル',
  picturesLeftOut: (count) => `本文中の小さな画像 (保存しません): ${count}`,
  kept: '添付ファイル',
  notKept: '保存していないもの',
  leftOut: {
    'not-chosen': '選択なし',
    'not-readable': 'メールボックスから読み取れません',
    'file-empty': '空',
    'file-too-large': '25 MB 超',
    'file-type-not-allowed': '開くと実行されます',
  },
  guessed: 'メールから読み取りました。確認してください',
  guessedInMessage: 'メッセージから読み取りました。ご確認ください',
  messageBy: (author) => `${author || 'どなたか'} のメッセージより`,
  guessedFrom: {
    header: '差出人',
    recipient: '宛先',
    subject: '件名',
    body: '本文',
    'forwarded-header': '転送メール',
    'phone-number': '電話番号',
    signature: '署名',
    form: 'Web フォーム',
    domain: 'メール ドメイン',
  },
  notALead: 'このメールは問い合わせではないようですが、リードを作成することもできます。',
  matched: {
    'this-mail': 'このメールはこのリードのタイムラインにあります。',
    'same-thread': '一致: 同じ会話。',
    'same-address': '一致: 同じアドレス。',
    'same-domain': '同じ会社。',
  },
  known: { 'same-address': '同じアドレス', 'same-domain': '同じメール ドメイン' },
  openLeadsOfCompany: (count) => `同じ会社のオープンなリード: ${count}`,
  whereFrom: '読み取り元',
  line: (line) => `${line} 行目`,
  sure: (percent) => `確度 ${percent} %`,
  several: 'このメールに一致するリードが複数あります。どれですか?',
  noneOfThese: 'どれでもない: 新規作成',
  unfollow: 'このリードではない',
  unfollowed: 'この会話はそのリードと関連付けられなくなりました',
  findLead: 'リードを検索',
  createAndLogWhenSent: '作成し、送信時に記録',
  logWhenSent: '送信時に記録',
  dontLog: '記録しない',
  logsWhenSent: 'このメールは送信時にここに記録されます。',
  staysUnlogged: 'このメールは送信時に記録されません。',
  logged: 'メールを記録しました',
  loggedBefore: 'このメールは既に記録されています',
  created: 'リードを作成しました',
  createdAndLogged: 'リードを作成し、メールを記録しました',
  createdBefore: 'このリードは既に作成されています',
  saved: '保存しました',
  noteAdded: 'メモを追加しました',
  callLogged: '通話を記録しました',
  qualifiedDone: 'リードを見込みありと評価しました',
  disqualifiedDone: 'リードを見込みなしと評価しました',
  reactivatedDone: 'リードを再アクティブ化しました',
  leads: {
    'my-open': '自分のオープンなリード',
    open: 'オープンなリード',
    closed: 'クローズしたリード',
    all: 'リード',
    unassigned: '未割り当てのリード',
    'this-week': '今週のリード',
    'last-week': '先週のリード',
  },
  searchFor: '検索',
  noLeadForMail: 'このメールのリードはまだありません',
  noLeadForMailText: '営業担当者が作成できます。既存のリードにはメモやメールを追加できます。',
  noLeads: 'リードはまだありません。',
  nothingFound: 'リードは見つかりませんでした。',
  nextPage: '次のページ',
  qualifyMany: '複数のリードを評価',
  qualifyOthers: 'ほかのリードを評価',
  chooseLeads: 'リードを 1 件以上選んでください。',
  accountOfCompany: '取引先企業（会社名がある場合）',
  currencyOfOthers: '金額は元の通貨のままです。ここで選ぶ通貨は、金額や通貨のないリードに使われます。',
  manyQualified: (done, of) => `${of} 件中 ${done} 件を評価しました`,
  useRecords: (names) => `${names} を使う`,
  skip: 'スキップ',
  skipped: 'スキップしました',
  goOn: '続ける',
  previousPage: '前のページ',
  nobodyCalled: (name) => `「${name}」という人は見つかりません。リストから選んでください。`,
  whoIsMeant: 'どなたのことですか？',
  findThat: 'これを検索',
  newLeadFromThat: 'これで新しいリード',
  helpFound: 'コマンドとしては理解できませんでした。このどれかですか？',
  which: 'どのリードですか?',
  kind: {
    note: 'メモ',
    'phone-call': '通話',
    email: 'メール',
    task: 'タスク',
    appointment: '予定',
    event: '',
  },
  taskStatus: { open: '未完了', completed: '完了', canceled: '取り消し' },
  due: '期限',
  event: {
    created: 'がリードを作成',
    qualified: 'がリードを見込みありと評価',
    disqualified: 'がリードを見込みなしと評価',
    reactivated: 'がリードを再アクティブ化',
  },
  direction: { outgoing: '発信', incoming: '着信' },
  minutes: '分',
  help: '会話を離れずにリードを管理',
  helpAsked: '理解できませんでした。次のことができます。',
  commands: {
    'new-lead': {
      title: '新しいリード',
      example: '新しいリード Jane Doe, Contoso, jane@contoso.com',
      means: '入力内容を反映した新しいリードのフォーム',
    },
    'my-leads': { title: '自分のリード', example: '自分のリード', means: '自分のオープンなリード' },
    'open-leads': { title: 'オープンなリード', example: 'オープンなリード', means: '全員のオープンなリード' },
    find: { title: '検索', example: 'contoso を検索', means: '名前、会社、メール、電話でリードを探す' },
    lead: { title: 'リード', example: 'リード Jane Doe', means: '1 件のリードとそのボタン' },
    qualify: { title: '見込みあり', example: 'Jane Doe を見込みありと評価', means: '営業案件にする' },
    disqualify: { title: '見込みなし', example: 'Jane Doe を見込みなしと評価', means: '理由を付けてクローズする' },
    'bulk-qualify': { title: '一括評価', example: '一括評価', means: '複数を選んでまとめて評価する' },
    assign: { title: '割り当て', example: 'Jane Doe を Megan に割り当て', means: '同僚に渡す' },
    'notify-here': { title: 'ここに通知', example: 'ここに通知', means: 'この会話に新しいリードを知らせる' },
    'stop-notifying': { title: '通知を停止', example: '通知を停止', means: 'ここへの通知をやめる' },
    help: { title: 'ヘルプ', example: 'ヘルプ', means: 'できること' },
  },
  choose: '選択…',
  findPerson: '名前またはメール アドレス',
  choosePerson: '一覧から所有者を選択してください。',
  problemTitle: 'うまくいきませんでした',
  fieldProblem: (field, what) => `${field}${what}。`,
  changedByWhom: (name) => `最終変更者: ${name}。`,
};
