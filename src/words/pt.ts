import type { FieldProblem, LeadErrorCode } from '../leads/lead-error.ts';
import type { Words } from './en.ts';

const fields: Words['fields'] = {
  topic: 'Tópico',
  firstName: 'Nome',
  lastName: 'Sobrenome',
  jobTitle: 'Cargo',
  companyName: 'Empresa',
  businessPhone: 'Telefone comercial',
  mobilePhone: 'Celular',
  email: 'Email',
  website: 'Site',
  street: 'Rua',
  city: 'Cidade',
  stateOrProvince: 'Estado ou província',
  postalCode: 'CEP',
  country: 'País/região',
  description: 'Descrição',
  source: 'Origem',
  rating: 'Classificação',
  industry: 'Setor',
  preferredContactMethod: 'Forma de contato preferencial',
  productInterest: 'Produto de interesse',
  purchaseTimeframe: 'Prazo de compra',
  budgetAmount: 'Orçamento estimado',
  purchaseProcess: 'Processo de compra',
  decisionMaker: 'Tomador de decisão identificado',
  summary: 'Resumo',
  currency: 'Moeda',
  estimatedValue: 'Valor estimado',
  estimatedCloseDate: 'Data de fechamento estimada',
  owner: 'Proprietário',
  created: 'Criado',
  reason: 'Motivo',
  text: 'Texto',
  note: 'Anotação',
  direction: 'Direção',
  durationMinutes: 'Duração (minutos)',
  dueAt: 'Vencimento',
  priority: 'Prioridade',
  ownerId: 'Proprietário',
  leadIds: 'Clientes potenciais',
  account: 'Conta',
  contact: 'Contato',
  opportunity: 'Oportunidade',
};

const options: Words['options'] = {
  advertisement: 'Publicidade',
  'employee-referral': 'Indicação de funcionário',
  'external-referral': 'Indicação externa',
  partner: 'Parceiro',
  'public-relations': 'Relações públicas',
  seminar: 'Seminário',
  'trade-show': 'Feira comercial',
  web: 'Web',
  'word-of-mouth': 'Boca a boca',
  other: 'Outro',
  hot: 'Quente',
  warm: 'Morno',
  cold: 'Frio',
  any: 'Qualquer',
  email: 'Email',
  phone: 'Telefone',
  fax: 'Fax',
  mail: 'Correio',
  'must-have': 'Indispensável',
  'should-have': 'Necessário',
  'good-to-have': 'Desejável',
  'no-need': 'Sem necessidade',
  'no-committed-budget': 'Sem orçamento comprometido',
  'may-buy': 'Talvez compre',
  'can-buy': 'Pode comprar',
  'will-buy': 'Vai comprar',
  immediate: 'Imediato',
  'this-quarter': 'Este trimestre',
  'next-quarter': 'Próximo trimestre',
  'this-year': 'Este ano',
  unknown: 'Desconhecido',
  individual: 'Individual',
  committee: 'Comitê',
  accounting: 'Contabilidade',
  'agriculture-and-non-petrol-natural-resource-extraction':
    'Agricultura e extração de recursos naturais não petrolíferos',
  'broadcasting-printing-and-publishing': 'Radiodifusão, impressão e publicação',
  brokers: 'Corretores',
  'building-supply-retail': 'Varejo de materiais de construção',
  'business-services': 'Serviços empresariais',
  consulting: 'Consultoria',
  'consumer-services': 'Serviços ao consumidor',
  'design-direction-and-creative-management': 'Design e direção criativa',
  'distributors-dispatchers-and-processors': 'Distribuição, expedição e processamento',
  'doctors-offices-and-clinics': 'Consultórios e clínicas',
  'durable-manufacturing': 'Fabricação de bens duráveis',
  'eating-and-drinking-places': 'Bares e restaurantes',
  'entertainment-retail': 'Varejo de entretenimento',
  'equipment-rental-and-leasing': 'Aluguel de equipamentos',
  financial: 'Finanças',
  'food-and-tobacco-processing': 'Alimentos e tabaco',
  'inbound-capital-intensive-processing': 'Processamento de entrada intensivo em capital',
  'inbound-repair-and-services': 'Reparos e serviços de entrada',
  insurance: 'Seguros',
  'legal-services': 'Serviços jurídicos',
  'non-durable-merchandise-retail': 'Varejo de bens não duráveis',
  'outbound-consumer-service': 'Serviço externo ao consumidor',
  'petrochemical-extraction-and-distribution': 'Extração e distribuição petroquímica',
  'service-retail': 'Varejo de serviços',
  'sig-affiliations': 'Afiliações SIG',
  'social-services': 'Serviços sociais',
  'special-outbound-trade-contractors': 'Empreiteiros especializados externos',
  'specialty-realty': 'Imóveis especializados',
  transportation: 'Transporte',
  'utility-creation-and-distribution': 'Geração e distribuição de serviços públicos',
  'vehicle-retail': 'Venda de veículos',
  wholesale: 'Atacado',
  new: 'Novo',
  contacted: 'Contatado',
  qualified: 'Qualificado',
  lost: 'Perdido',
  'cannot-contact': 'Não é possível contatar',
  'no-longer-interested': 'Sem interesse agora',
  canceled: 'Cancelado',
  low: 'Baixa',
  normal: 'Normal',
  high: 'Alta',
};

const problem: Record<LeadErrorCode, string> = {
  'invalid-input': 'Parte do que foi digitado não pode ser usada. Corrija os campos indicados e tente novamente.',
  'lead-not-found': 'Este cliente potencial não existe mais. Talvez tenha sido excluído.',
  'record-not-found': 'Não há registro com esse identificador.',
  'timeline-item-not-found': 'Esta entrada da linha do tempo não existe mais.',
  'not-permitted': 'Sua função não permite isso. Fale com um gerente de vendas ou um administrador.',
  'lead-changed': 'Este cliente potencial foi alterado nesse meio-tempo. É assim que ele está agora; decida de novo.',
  'lead-closed': 'Este cliente potencial está fechado. Reative-o primeiro.',
  'lead-open': 'Este cliente potencial já está aberto.',
  'duplicate-lead':
    'Parece alguém que você já conhece. Abra o registro abaixo ou crie o cliente potencial mesmo assim.',
  'duplicate-customer': 'Provavelmente já existe uma conta ou um contato. Escolha-o ou crie um novo.',
  'attachment-refused': 'Este arquivo não pode ser anexado.',
  'store-unavailable':
    'Os clientes potenciais estão inacessíveis no momento. Nada se perdeu; tente novamente em instantes.',
  'lead-has-opportunity':
    'Este cliente potencial tem uma oportunidade aberta e não pode ser desqualificado. Com “Qualificar”, ele é qualificado de novo e mantém essa oportunidade.',
};

function rule(found: FieldProblem): string {
  switch (found.rule) {
    case 'required':
      return 'é obrigatório';
    case 'unknown-field':
      return 'não é um campo que possa ser gravado';
    case 'not-text':
      return 'deve ser texto';
    case 'not-a-number':
      return 'deve ser um número';
    case 'not-an-amount':
      return `deve ser um valor como ${found.example}`;
    case 'not-yes-or-no':
      return 'deve ser true ou false';
    case 'not-a-date':
      return 'deve ser uma data como 2026-12-31';
    case 'not-a-time':
      return 'deve ser um horário como 2026-12-31T09:30:00Z';
    case 'not-an-email':
      return 'deve ser um endereço de email como jane@contoso.com';
    case 'not-a-currency':
      return 'deve ser uma moeda como USD ou EUR';
    case 'not-an-id':
      return 'não corresponde a nenhum registro existente';
    case 'not-a-web-address':
      return 'deve ser um endereço da web como www.contoso.com';
    case 'too-long':
      return `deve ter no máximo ${found.limit} caracteres`;
    case 'too-small':
      return `deve ser no mínimo ${found.limit}`;
    case 'too-large':
      return `deve ser no máximo ${found.limit}`;
    case 'too-many':
      return `deve ter no máximo ${found.limit} entradas`;
    case 'not-an-option':
      return `deve ser um destes: ${found.options.join(', ')}`;
    case 'needs-company':
      return 'precisa do nome da empresa no cliente potencial';
    case 'needs-customer':
      return 'precisa de uma conta ou de um contato como cliente';
    case 'no-column':
      return 'não tem coluna: chame uma de “Sobrenome” ou “Nome completo” na primeira linha';
    case 'not-yours-to-give':
      return 'é outra pessoa, e clientes potenciais de outros são atribuídos por um gerente de vendas';
    case 'not-unique':
      return 'é o nome de várias pessoas: escreva o endereço de e-mail';
    case 'file-empty':
      return 'está vazio';
    case 'file-too-large':
      return 'tem mais de 25 MB';
    case 'file-type-not-allowed':
      return 'é um arquivo que é executado ao abrir';
    case 'not-sent':
      return 'ainda não foi enviado';
    case 'before-start':
      return 'não pode ser anterior ao início';
    case 'malformed':
      return 'não está na forma correta';
    case 'quote-not-closed':
      return 'pertence a uma célula cujas aspas não são fechadas';
  }
}

export const pt: Words = {
  fields,
  options,
  otherOption: (option) => option,
  problem,
  rule,
  status: { open: 'Aberto', qualified: 'Qualificado', disqualified: 'Desqualificado' },
  newLead: 'Novo cliente potencial',
  summary: 'Resumo',
  details: 'Detalhes',
  address: 'Site e endereço',
  create: 'Criar',
  createAndLog: 'Criar e registrar email',
  createAnyway: 'Criar mesmo assim',
  saveAnyway: 'Salvar mesmo assim',
  createNew: 'Criar novo',
  record: { lead: 'Cliente potencial', contact: 'Contato', account: 'Conta' },
  duplicate: {
    'same-email': 'mesmo email',
    'same-phone': 'mesmo telefone',
    'same-name-and-company': 'mesmo nome e mesma empresa',
    'same-name-and-domain': 'mesmo nome e mesmo domínio de email',
    'same-company': 'mesma empresa',
    'same-domain': 'mesmo domínio',
  },
  posted: {
    assigned: (by) => `Este cliente potencial foi atribuído a você${by ? ` por ${by}` : ''}.`,
    'new-lead': 'Novo cliente potencial',
    'task-due': 'Uma tarefa deste cliente potencial está vencendo.',
  },
  notify: {
    on: 'Os novos clientes potenciais são anunciados aqui.',
    only: 'Somente os que têm:',
    unread: (said) => `Não entendi “${said}”. Nada foi alterado.`,
    which: 'Quais novos clientes potenciais devem ser anunciados aqui? O que ficar vazio não restringe nada.',
    off: 'Os novos clientes potenciais não são mais anunciados aqui.',
    wasOff: 'Nada era anunciado aqui.',
    here: 'Notificar aqui',
    stop: 'Parar de notificar',
    onlyInChat: 'Peça notificações em um chat ou canal do Teams.',
  },
  assign: 'Atribuir',
  assignLead: 'Atribuir cliente potencial',
  assignedTo: (name) => `Atribuído a ${name}`,
  addTask: 'Adicionar tarefa',
  taskAdded: 'Tarefa adicionada',
  complete: 'Concluir',
  taskCompleted: 'Tarefa concluída',
  save: 'Salvar',
  cancel: 'Cancelar',
  edit: 'Editar',
  editInDialog: 'Editar em uma caixa de diálogo',
  openInTab: 'Abrir na guia Clientes potenciais',
  qualify: 'Qualificar',
  disqualify: 'Desqualificar',
  reactivate: 'Reativar',
  addNote: 'Adicionar anotação',
  logCall: 'Registrar chamada',
  logEmail: 'Registrar email',
  delete: 'Excluir',
  more: 'Mais',
  show: 'Mostrar',
  editLead: 'Editar cliente potencial',
  qualifyLead: 'Qualificar cliente potencial',
  disqualifyLead: 'Desqualificar cliente potencial',
  deleteLead: 'Excluir cliente potencial',
  deleteWarning:
    'Isso também exclui suas anotações, chamadas, emails e anexos. A conta, o contato e a oportunidade permanecem.',
  deleted: 'O cliente potencial e sua linha do tempo foram excluídos.',
  whatToCreate: 'O que deve ser criado?',
  currencyRequired: 'Escolha uma moeda.',
  required: 'Este campo é obrigatório.',
  timeline: 'Linha do tempo',
  history: 'Histórico',
  backToLead: 'Voltar ao cliente potencial',
  tryAgain: 'Tentar novamente',
  andMore: (count) => `e mais ${count}`,
  audit: {
    create: 'criou o cliente potencial',
    update: 'alterou o cliente potencial',
    qualify: 'qualificou o cliente potencial',
    disqualify: 'desqualificou o cliente potencial',
    reactivate: 'reativou o cliente potencial',
    assign: 'atribuiu o cliente potencial',
    delete: 'excluiu o cliente potencial',
    'timeline-add': 'acrescentou à linha do tempo',
    'timeline-update': 'alterou uma entrada da linha do tempo',
    'timeline-delete': 'removeu uma entrada da linha do tempo',
    unfollow: 'indicou que uma conversa não trata do cliente potencial',
    denied: 'tentou algo que não lhe é permitido',
  },
  auditFields: {
    tried: 'Tentativa',
    times: 'Vezes',
    status: 'Estado',
    createdVia: 'Criado através de',
    annualRevenue: 'Receita anual',
    numberOfEmployees: 'Número de funcionários',
    doNotEmail: 'Não permitir emails',
    doNotPhone: 'Não permitir chamadas',
    sourceCampaign: 'Campanha de origem',
    budgetStatus: 'Estado do orçamento',
    need: 'Necessidade',
    qualificationComments: 'Comentários da qualificação',
    fullName: 'Nome completo',
    kind: 'Tipo',
    subject: 'Assunto',
    occurredAt: 'Quando',
    sentAt: 'Enviado',
    startAt: 'Início',
    endAt: 'Fim',
    location: 'Local',
    event: 'O que aconteceu',
    mailbox: 'Caixa de correio',
  },
  createdVia: {
    chat: 'Conversa',
    email: 'Email',
    message: 'Mensagem no Teams',
    outlook: 'Outlook',
    tab: 'Guia Clientes potenciais',
    api: 'API',
    form: 'Formulário web',
    csv: 'Ficheiro CSV',
  },
  surface: { teams: 'Teams', outlook: 'Outlook', tab: 'Guia Clientes potenciais', api: 'API' },
  noEntries: 'Nada ainda.',
  unassigned: 'Não atribuído',
  attachments: 'Anexos a guardar com o email',
  picturesLeftOut: (count) => `Imagens pequenas no texto, não guardadas: ${count}`,
  kept: 'Anexos',
  notKept: 'Não guardado',
  leftOut: {
    'not-chosen': 'não escolhido',
    'not-readable': 'não pôde ser lido da caixa de correio',
    'file-empty': 'vazio',
    'file-too-large': 'mais de 25 MB',
    'file-type-not-allowed': 'é executado ao abrir',
  },
  guessed: 'Lido do email, confira',
  guessedInMessage: 'Lido da mensagem, verifique',
  messageBy: (author) => `De uma mensagem de ${author || 'alguém'}`,
  guessedFrom: {
    header: 'remetente',
    recipient: 'destinatário',
    subject: 'assunto',
    body: 'texto',
    'forwarded-header': 'email encaminhado',
    'phone-number': 'número de telefone',
    signature: 'assinatura',
    form: 'formulário da web',
    domain: 'domínio de email',
  },
  notALead: 'Este email não parece uma consulta. Mesmo assim, você pode criar um cliente potencial com ele.',
  matched: {
    'this-mail': 'Este email está na linha do tempo deste cliente potencial.',
    'same-thread': 'Correspondência: mesma conversa.',
    'same-address': 'Correspondência: mesmo endereço.',
    'same-domain': 'Mesma empresa.',
  },
  matchedRecipient: (address) => `Correspondência: ${address} está entre os destinatários.`,
  known: { 'same-address': 'mesmo endereço', 'same-domain': 'mesmo domínio de email' },
  openLeadsOfCompany: (count) => `Clientes potenciais abertos da mesma empresa: ${count}`,
  whereFrom: 'De onde?',
  line: (line) => `linha ${line}`,
  sure: (percent) => `${percent} % de certeza`,
  several: 'Vários clientes potenciais correspondem a este email. De qual ele trata?',
  noneOfThese: 'Nenhum: criar novo',
  unfollow: 'Não trata deste cliente',
  unfollowed: 'Esta conversa não leva mais a esse cliente potencial',
  findLead: 'Buscar cliente potencial',
  createAndLogWhenSent: 'Criar, registrar ao enviar',
  logWhenSent: 'Registrar ao enviar',
  dontLog: 'Não registrar',
  logsWhenSent: 'Este email será registrado aqui ao ser enviado.',
  staysUnlogged: 'Este email não será registrado ao ser enviado.',
  logged: 'Email registrado',
  loggedBefore: 'Este email já estava registrado',
  created: 'Cliente potencial criado',
  createdAndLogged: 'Cliente potencial criado, email registrado',
  createdBefore: 'Este cliente potencial já estava criado',
  saved: 'Salvo',
  noteAdded: 'Anotação adicionada',
  callLogged: 'Chamada registrada',
  qualifiedDone: 'Cliente potencial qualificado',
  disqualifiedDone: 'Cliente potencial desqualificado',
  reactivatedDone: 'Cliente potencial reativado',
  leads: {
    'my-open': 'Meus clientes potenciais abertos',
    open: 'Clientes potenciais abertos',
    closed: 'Clientes potenciais fechados',
    all: 'Clientes potenciais',
    unassigned: 'Clientes potenciais não atribuídos',
    'this-week': 'Abertos nesta semana',
    'last-week': 'Abertos na semana passada',
  },
  searchFor: 'Buscar',
  noLeadForMail: 'Ainda não há um cliente potencial para este e-mail',
  noLeadForMailText: 'Um vendedor pode criá-lo. Você pode adicionar notas e e-mails aos que já existem.',
  noLeads: 'Ainda não há clientes potenciais aqui.',
  nothingFound: 'Nenhum cliente potencial encontrado.',
  nextPage: 'Próxima página',
  qualifyMany: 'Qualificar vários clientes potenciais',
  qualifyOthers: 'Qualificar outros',
  chooseLeads: 'Escolha pelo menos um cliente potencial.',
  accountOfCompany: 'Conta, onde houver empresa',
  currencyOfOthers: 'Os valores mantêm a sua moeda; esta é para os clientes potenciais sem moeda.',
  manyQualified: (done, of) => `${done} de ${of} qualificados`,
  useRecords: (names) => `Usar ${names}`,
  skip: 'Ignorar',
  skipped: 'Ignorado',
  goOn: 'Continuar',
  previousPage: 'Página anterior',
  nobodyCalled: (name) => `Não conheço ninguém chamado “${name}”. Escolha na lista.`,
  whoIsMeant: 'De quem se trata?',
  findThat: 'Procurar isso',
  newLeadFromThat: 'Novo cliente potencial com isso',
  helpFound: 'Não entendi isso como um comando. É um destes?',
  which: 'A qual cliente potencial você se refere?',
  kind: {
    note: 'Anotação',
    'phone-call': 'Chamada',
    email: 'Email',
    task: 'Tarefa',
    appointment: 'Compromisso',
    event: '',
  },
  taskStatus: { open: 'aberta', completed: 'concluída', canceled: 'cancelada' },
  due: 'vence em',
  event: {
    created: 'criou o cliente potencial',
    qualified: 'qualificou o cliente potencial',
    disqualified: 'desqualificou o cliente potencial',
    reactivated: 'reativou o cliente potencial',
  },
  direction: { outgoing: 'Saída', incoming: 'Entrada' },
  minutes: 'min',
  help: 'Clientes potenciais, sem sair da conversa',
  helpAsked: 'Não entendi. Isto é o que sei fazer:',
  mentionMe: 'Aqui só vejo as mensagens em que sou mencionado, por exemplo “@Lead Desk meus clientes potenciais”.',
  commands: {
    'new-lead': {
      title: 'novo cliente potencial',
      example: 'novo cliente potencial Jane Doe, Contoso, jane@contoso.com',
      means: 'o formulário de um novo cliente potencial, preenchido com o que disser',
    },
    'my-leads': { title: 'meus clientes potenciais', example: 'meus clientes potenciais', means: 'os seus em aberto' },
    'open-leads': {
      title: 'clientes potenciais abertos',
      example: 'clientes potenciais abertos',
      means: 'os abertos de todos',
    },
    find: { title: 'procurar', example: 'procurar contoso', means: 'por nome, empresa, email ou telefone' },
    lead: { title: 'cliente potencial', example: 'cliente potencial Jane Doe', means: 'um deles com os seus botões' },
    qualify: { title: 'qualificar', example: 'qualificar Jane Doe', means: 'torná-lo uma oportunidade' },
    disqualify: { title: 'desqualificar', example: 'desqualificar Jane Doe', means: 'fechá-lo com um motivo' },
    'bulk-qualify': {
      title: 'qualificar vários',
      example: 'qualificar vários',
      means: 'escolher vários e qualificá-los de uma vez',
    },
    assign: { title: 'atribuir', example: 'atribuir Jane Doe a Megan', means: 'passá-lo a um colega' },
    'notify-here': { title: 'notificar aqui', example: 'notificar aqui', means: 'anunciar novos nesta conversa' },
    'stop-notifying': { title: 'parar de notificar', example: 'parar de notificar', means: 'não o fazer mais aqui' },
    help: { title: 'ajuda', example: 'ajuda', means: 'o que sei fazer' },
  },
  choose: 'Escolher…',
  findPerson: 'Nome ou endereço de e-mail',
  choosePerson: 'Escolha alguém da lista.',
  problemTitle: 'Isso não funcionou',
  badButton: 'Este botão não pode mais ser usado. Abra o cliente potencial novamente.',
  brokeHere: (reference) => `Algo deu errado do nosso lado. Referência: ${reference}.`,
  fieldProblem: (field, what) => `${field} ${what}.`,
  changedByWhom: (name) => `Última alteração por ${name}.`,
};
