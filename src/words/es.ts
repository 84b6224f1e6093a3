import type { FieldProblem, LeadErrorCode } from '../leads/lead-error.ts';
import type { Words } from './en.ts';

const fields: Words['fields'] = {
  topic: 'Tema',
  firstName: 'Nombre',
  lastName: 'Apellidos',
  jobTitle: 'Puesto',
  companyName: 'Empresa',
  businessPhone: 'Teléfono del trabajo',
  mobilePhone: 'Teléfono móvil',
  email: 'Correo electrónico',
  website: 'Sitio web',
  street: 'Calle',
  city: 'Ciudad',
  stateOrProvince: 'Estado o provincia',
  postalCode: 'Código postal',
  country: 'País o región',
  description: 'Descripción',
  source: 'Origen',
  rating: 'Clasificación',
  industry: 'Sector',
  preferredContactMethod: 'Método de contacto preferido',
  productInterest: 'Interés en productos',
  purchaseTimeframe: 'Plazo de compra',
  budgetAmount: 'Presupuesto estimado',
  purchaseProcess: 'Proceso de compra',
  decisionMaker: 'Responsable de decisiones identificado',
  summary: 'Resumen',
  currency: 'Divisa',
  estimatedValue: 'Valor estimado',
  estimatedCloseDate: 'Fecha de cierre estimada',
  owner: 'Propietario',
  created: 'Creado',
  reason: 'Motivo',
  text: 'Texto',
  note: 'Nota',
  direction: 'Dirección',
  durationMinutes: 'Duración (minutos)',
  dueAt: 'Vencimiento',
  priority: 'Prioridad',
  ownerId: 'Propietario',
  leadIds: 'Clientes potenciales',
  account: 'Cuenta',
  contact: 'Contacto',
  opportunity: 'Oportunidad',
};

const options: Words['options'] = {
  advertisement: 'Publicidad',
  'employee-referral': 'Recomendación de empleado',
  'external-referral': 'Recomendación externa',
  partner: 'Socio',
  'public-relations': 'Relaciones públicas',
  seminar: 'Seminario',
  'trade-show': 'Feria comercial',
  web: 'Web',
  'word-of-mouth': 'Boca a boca',
  other: 'Otro',
  hot: 'Caliente',
  warm: 'Templado',
  cold: 'Frío',
  any: 'Cualquiera',
  email: 'Correo electrónico',
  phone: 'Teléfono',
  fax: 'Fax',
  mail: 'Correo postal',
  'must-have': 'Imprescindible',
  'should-have': 'Necesario',
  'good-to-have': 'Deseable',
  'no-need': 'Sin necesidad',
  'no-committed-budget': 'Sin presupuesto comprometido',
  'may-buy': 'Quizá compre',
  'can-buy': 'Puede comprar',
  'will-buy': 'Comprará',
  immediate: 'Inmediato',
  'this-quarter': 'Este trimestre',
  'next-quarter': 'Próximo trimestre',
  'this-year': 'Este año',
  unknown: 'Desconocido',
  individual: 'Individual',
  committee: 'Comité',
  accounting: 'Contabilidad',
  'agriculture-and-non-petrol-natural-resource-extraction':
    'Agricultura y extracción de recursos naturales no petrolíferos',
  'broadcasting-printing-and-publishing': 'Radiodifusión, impresión y edición',
  brokers: 'Corredores',
  'building-supply-retail': 'Venta de materiales de construcción',
  'business-services': 'Servicios empresariales',
  consulting: 'Consultoría',
  'consumer-services': 'Servicios al consumidor',
  'design-direction-and-creative-management': 'Diseño y dirección creativa',
  'distributors-dispatchers-and-processors': 'Distribución, expedición y procesamiento',
  'doctors-offices-and-clinics': 'Consultorios y clínicas',
  'durable-manufacturing': 'Fabricación de bienes duraderos',
  'eating-and-drinking-places': 'Restauración',
  'entertainment-retail': 'Venta de ocio',
  'equipment-rental-and-leasing': 'Alquiler de equipos',
  financial: 'Finanzas',
  'food-and-tobacco-processing': 'Alimentación y tabaco',
  'inbound-capital-intensive-processing': 'Procesamiento entrante con uso intensivo de capital',
  'inbound-repair-and-services': 'Reparaciones y servicios entrantes',
  insurance: 'Seguros',
  'legal-services': 'Servicios jurídicos',
  'non-durable-merchandise-retail': 'Venta de bienes no duraderos',
  'outbound-consumer-service': 'Servicio al consumidor a domicilio',
  'petrochemical-extraction-and-distribution': 'Extracción y distribución petroquímicas',
  'service-retail': 'Venta de servicios',
  'sig-affiliations': 'Afiliaciones a SIG',
  'social-services': 'Servicios sociales',
  'special-outbound-trade-contractors': 'Contratistas especializados externos',
  'specialty-realty': 'Inmobiliaria especializada',
  transportation: 'Transporte',
  'utility-creation-and-distribution': 'Generación y distribución de suministros',
  'vehicle-retail': 'Venta de vehículos',
  wholesale: 'Comercio mayorista',
  new: 'Nuevo',
  contacted: 'Contactado',
  qualified: 'Calificado',
  lost: 'Perdido',
  'cannot-contact': 'No se puede contactar',
  'no-longer-interested': 'Ya no le interesa',
  canceled: 'Cancelado',
  low: 'Baja',
  normal: 'Normal',
  high: 'Alta',
};

const problem: Record<LeadErrorCode, string> = {
  'invalid-input': 'Parte de lo introducido no se puede usar. Corrija los campos indicados e inténtelo de nuevo.',
  'lead-not-found': 'Este cliente potencial ya no existe. Puede que se haya eliminado.',
  'record-not-found': 'No hay ningún registro con ese identificador.',
  'timeline-item-not-found': 'Esta entrada de la escala de tiempo ya no existe.',
  'not-permitted': 'Su rol no lo permite. Consulte a un responsable de ventas o a un administrador.',
  'lead-changed': 'Este cliente potencial cambió entretanto. Así está ahora; decida de nuevo.',
  'lead-closed': 'Este cliente potencial está cerrado. Reactívelo primero.',
  'lead-open': 'Este cliente potencial ya está abierto.',
  'duplicate-lead':
    'Parece alguien que ya conoce. Abra el registro de abajo o cree el cliente potencial de todos modos.',
  'duplicate-customer': 'Probablemente ya existe una cuenta o un contacto. Elíjalo o cree uno nuevo.',
  'attachment-refused': 'Este archivo no se puede adjuntar.',
  'store-unavailable':
    'Ahora no se puede acceder a los clientes potenciales. No se perdió nada; inténtelo de nuevo en un momento.',
  'lead-has-opportunity':
    'Este cliente potencial tiene una oportunidad abierta y no se puede descalificar. Con «Calificar» se califica de nuevo y conserva esa oportunidad.',
};

function rule(found: FieldProblem): string {
  switch (found.rule) {
    case 'required':
      return 'es obligatorio';
    case 'unknown-field':
      return 'no es un campo que se pueda escribir';
    case 'not-text':
      return 'debe ser texto';
    case 'not-a-number':
      return 'debe ser un número';
    case 'not-an-amount':
      return `debe ser un importe como ${found.example}`;
    case 'not-yes-or-no':
      return 'debe ser true o false';
    case 'not-a-date':
      return 'debe ser una fecha como 2026-12-31';
    case 'not-a-time':
      return 'debe ser un momento como 2026-12-31T09:30:00Z';
    case 'not-an-email':
      return 'debe ser una dirección de correo como jane@contoso.com';
    case 'not-a-currency':
      return 'debe ser una divisa como USD o EUR';
    case 'not-an-id':
      return 'no corresponde a ningún registro existente';
    case 'not-a-web-address':
      return 'debe ser una dirección web como www.contoso.com';
    case 'too-long':
      return `debe tener como máximo ${found.limit} caracteres`;
    case 'too-small':
      return `debe ser al menos ${found.limit}`;
    case 'too-large':
      return `debe ser como máximo ${found.limit}`;
    case 'too-many':
      return `debe tener como máximo ${found.limit} entradas`;
    case 'not-an-option':
      return `debe ser uno de ${found.options.join(', ')}`;
    case 'needs-company':
      return 'necesita un nombre de empresa en el cliente potencial';
    case 'needs-customer':
      return 'necesita una cuenta o un contacto como cliente';
    case 'no-column':
      return 'no tiene columna: llame a una «Apellidos» o «Nombre completo» en la primera línea';
    case 'not-yours-to-give':
      return 'es otra persona, y los clientes potenciales ajenos los asigna un responsable de ventas';
    case 'not-unique':
      return 'es el nombre de varias personas: escriba su dirección de correo';
    case 'file-empty':
      return 'está vacío';
    case 'file-too-large':
      return 'supera los 25 MB';
    case 'file-type-not-allowed':
      return 'es un archivo que se ejecuta al abrirlo';
    case 'not-sent':
      return 'todavía no se ha enviado';
    case 'before-start':
      return 'no puede ser anterior al inicio';
    case 'malformed':
      return 'no tiene la forma correcta';
    case 'quote-not-closed':
      return 'pertenece a una celda cuyas comillas no se cierran';
  }
}

export const es: Words = {
  fields,
  options,
  otherOption: (option) => option,
  problem,
  rule,
  status: { open: 'Abierto', qualified: 'Calificado', disqualified: 'Descalificado' },
  newLead: 'Nuevo cliente potencial',
  summary: 'Resumen',
  details: 'Detalles',
  address: 'Sitio web y dirección',
  create: 'Crear',
  createAndLog: 'Crear y guardar correo',
  createAnyway: 'Crear de todos modos',
  saveAnyway: 'Guardar de todos modos',
  createNew: 'Crear nuevo',
  record: { lead: 'Cliente potencial', contact: 'Contacto', account: 'Cuenta' },
  duplicate: {
    'same-email': 'mismo correo electrónico',
    'same-phone': 'mismo teléfono',
    'same-name-and-company': 'mismo nombre y empresa',
    'same-name-and-domain': 'mismo nombre y dominio de correo',
    'same-company': 'misma empresa',
    'same-domain': 'mismo dominio',
  },
  posted: {
    assigned: (by) =>
      by ? `${by} le ha asignado este cliente potencial.` : 'Se le ha asignado este cliente potencial.',
    'new-lead': 'Nuevo cliente potencial',
    'task-due': 'Vence una tarea de este cliente potencial.',
  },
  notify: {
    on: 'Los nuevos clientes potenciales se anuncian aquí.',
    only: 'Solo los que tienen:',
    unread: (said) => `No he entendido «${said}». No se ha cambiado nada.`,
    which: '¿Qué nuevos clientes potenciales deben anunciarse aquí? Lo que quede vacío no limita la selección.',
    off: 'Los nuevos clientes potenciales ya no se anuncian aquí.',
    wasOff: 'Aquí no se anunciaba nada.',
    here: 'Notificar aquí',
    stop: 'Dejar de notificar',
    onlyInChat: 'Las notificaciones se piden en un chat o canal de Teams.',
  },
  assign: 'Asignar',
  assignLead: 'Asignar cliente potencial',
  assignedTo: (name) => `Asignado a ${name}`,
  addTask: 'Agregar tarea',
  taskAdded: 'Tarea agregada',
  complete: 'Completar',
  taskCompleted: 'Tarea completada',
  save: 'Guardar',
  cancel: 'Cancelar',
  edit: 'Editar',
  editInDialog: 'Editar en un cuadro de diálogo',
  openInTab: 'Abrir en la pestaña Clientes potenciales',
  qualify: 'Calificar',
  disqualify: 'Descalificar',
  reactivate: 'Reactivar',
  addNote: 'Agregar nota',
  logCall: 'Registrar llamada',
  logEmail: 'Guardar correo',
  delete: 'Eliminar',
  more: 'Más',
  show: 'Mostrar',
  editLead: 'Editar cliente potencial',
  qualifyLead: 'Calificar cliente potencial',
  disqualifyLead: 'Descalificar cliente potencial',
  deleteLead: 'Eliminar cliente potencial',
  deleteWarning:
    'También se eliminan sus notas, llamadas, correos y datos adjuntos. La cuenta, el contacto y la oportunidad permanecen.',
  deleted: 'El cliente potencial y su escala de tiempo se eliminaron.',
  whatToCreate: '¿Qué se debe crear?',
  currencyRequired: 'Elija una divisa.',
  required: 'Este campo es obligatorio.',
  timeline: 'Escala de tiempo',
  history: 'Historial',
  backToLead: 'Volver al cliente potencial',
  tryAgain: 'Intentar de nuevo',
  andMore: (count) => `y ${count} más`,
  audit: {
    create: 'creó el cliente potencial',
    update: 'cambió el cliente potencial',
    qualify: 'calificó el cliente potencial',
    disqualify: 'descalificó el cliente potencial',
    reactivate: 'reactivó el cliente potencial',
    assign: 'asignó el cliente potencial',
    delete: 'eliminó el cliente potencial',
    'timeline-add': 'añadió a la escala de tiempo',
    'timeline-update': 'cambió una entrada de la escala de tiempo',
    'timeline-delete': 'quitó una entrada de la escala de tiempo',
    unfollow: 'indicó que una conversación no trata del cliente potencial',
    denied: 'intentó algo que no le está permitido',
  },
  auditFields: {
    tried: 'Intento',
    times: 'Veces',
    status: 'Estado',
    createdVia: 'Creado mediante',
    annualRevenue: 'Ingresos anuales',
    numberOfEmployees: 'Número de empleados',
    doNotEmail: 'No permitir correo electrónico',
    doNotPhone: 'No permitir llamadas',
    sourceCampaign: 'Campaña de origen',
    budgetStatus: 'Estado del presupuesto',
    need: 'Necesidad',
    qualificationComments: 'Comentarios de calificación',
    fullName: 'Nombre completo',
    kind: 'Tipo',
    subject: 'Asunto',
    occurredAt: 'Cuándo',
    sentAt: 'Enviado',
    startAt: 'Inicio',
    endAt: 'Fin',
    location: 'Lugar',
    event: 'Qué ocurrió',
    mailbox: 'Buzón',
  },
  createdVia: {
    chat: 'Conversación',
    email: 'Correo electrónico',
    message: 'Mensaje de Teams',
    outlook: 'Outlook',
    tab: 'Pestaña Clientes potenciales',
    api: 'API',
    form: 'Formulario web',
    csv: 'Archivo CSV',
  },
  surface: { teams: 'Teams', outlook: 'Outlook', tab: 'Pestaña Clientes potenciales', api: 'API' },
  noEntries: 'Nada todavía.',
  unassigned: 'Sin asignar',
  attachments: 'Datos adjuntos que se guardan con el correo',
  picturesLeftOut: (count) => `Imágenes pequeñas del texto, no guardadas: ${count}`,
  kept: 'Datos adjuntos',
  notKept: 'No guardado',
  leftOut: {
    'not-chosen': 'no elegido',
    'not-readable': 'no se pudo leer del buzón',
    'file-empty': 'vacío',
    'file-too-large': 'más de 25 MB',
    'file-type-not-allowed': 'se ejecuta al abrirlo',
  },
  guessed: 'Leído del correo, compruébelo',
  guessedInMessage: 'Leído del mensaje, compruébelo',
  messageBy: (author) => `De un mensaje de ${author || 'alguien'}`,
  guessedFrom: {
    header: 'remitente',
    recipient: 'destinatario',
    subject: 'asunto',
    body: 'texto',
    'forwarded-header': 'correo reenviado',
    'phone-number': 'número de teléfono',
    signature: 'firma',
    form: 'formulario web',
    domain: 'dominio de correo',
  },
  notALead: 'Este correo no parece una consulta. Aun así puede crear un cliente potencial con él.',
  matched: {
    'this-mail': 'Este correo está en la escala de tiempo de este cliente potencial.',
    'same-thread': 'Coincidencia: misma conversación.',
    'same-address': 'Coincidencia: misma dirección.',
    'same-domain': 'Misma empresa.',
  },
  matchedRecipient: (address) => `Coincidencia: ${address} está entre los destinatarios.`,
  known: { 'same-address': 'misma dirección', 'same-domain': 'mismo dominio de correo' },
  openLeadsOfCompany: (count) => `Clientes potenciales abiertos de la misma empresa: ${count}`,
  whereFrom: '¿De dónde?',
  line: (line) => `línea ${line}`,
  sure: (percent) => `${percent} % seguro`,
  several: 'Varios clientes potenciales coinciden con este correo. ¿De cuál trata?',
  noneOfThese: 'Ninguno: crear nuevo',
  unfollow: 'No trata de este cliente',
  unfollowed: 'Esta conversación ya no lleva a ese cliente potencial',
  findLead: 'Buscar cliente potencial',
  createAndLogWhenSent: 'Crear, guardar al enviar',
  logWhenSent: 'Guardar al enviar',
  dontLog: 'No guardar',
  logsWhenSent: 'Este correo se guardará aquí al enviarse.',
  staysUnlogged: 'Este correo no se guardará al enviarse.',
  logged: 'Correo guardado',
  loggedBefore: 'Este correo ya estaba guardado',
  created: 'Cliente potencial creado',
  createdAndLogged: 'Cliente potencial creado, correo guardado',
  createdBefore: 'Este cliente potencial ya estaba creado',
  saved: 'Guardado',
  noteAdded: 'Nota agregada',
  callLogged: 'Llamada registrada',
  qualifiedDone: 'Cliente potencial calificado',
  disqualifiedDone: 'Cliente potencial descalificado',
  reactivatedDone: 'Cliente potencial reactivado',
  leads: {
    'my-open': 'Mis clientes potenciales abiertos',
    open: 'Clientes potenciales abiertos',
    closed: 'Clientes potenciales cerrados',
    all: 'Clientes potenciales',
    unassigned: 'Clientes potenciales sin asignar',
    'this-week': 'Abiertos esta semana',
    'last-week': 'Abiertos la semana pasada',
  },
  searchFor: 'Buscar',
  noLeadForMail: 'Aún no hay un cliente potencial para este correo',
  noLeadForMailText: 'Un vendedor puede crearlo. Usted puede añadir notas y correos a los que ya existen.',
  noLeads: 'Aún no hay clientes potenciales aquí.',
  nothingFound: 'No se encontró ningún cliente potencial.',
  nextPage: 'Página siguiente',
  qualifyMany: 'Calificar varios clientes potenciales',
  qualifyOthers: 'Calificar otros',
  chooseLeads: 'Elija al menos un cliente potencial.',
  accountOfCompany: 'Cuenta, donde haya empresa',
  currencyOfOthers: 'Los importes conservan su divisa; esta es para los clientes potenciales que no tienen.',
  manyQualified: (done, of) => `${done} de ${of} calificados`,
  useRecords: (names) => `Usar ${names}`,
  skip: 'Omitir',
  skipped: 'Omitido',
  goOn: 'Continuar',
  previousPage: 'Página anterior',
  nobodyCalled: (name) => `No conozco a nadie llamado «${name}». Elija de la lista.`,
  whoIsMeant: '¿A quién se refiere?',
  findThat: 'Buscar eso',
  newLeadFromThat: 'Nuevo cliente potencial con eso',
  helpFound: 'No lo entendí como un comando. ¿Es uno de estos?',
  which: '¿A qué cliente potencial se refiere?',
  kind: {
    note: 'Nota',
    'phone-call': 'Llamada',
    email: 'Correo',
    task: 'Tarea',
    appointment: 'Cita',
    event: '',
  },
  taskStatus: { open: 'abierta', completed: 'completada', canceled: 'cancelada' },
  due: 'vence',
  event: {
    created: 'creó el cliente potencial',
    qualified: 'calificó el cliente potencial',
    disqualified: 'descalificó el cliente potencial',
    reactivated: 'reactivó el cliente potencial',
  },
  direction: { outgoing: 'Saliente', incoming: 'Entrante' },
  minutes: 'min',
  help: 'Clientes potenciales, sin salir de la conversación',
  helpAsked: 'No lo he entendido. Esto es lo que sé hacer:',
  mentionMe:
    'Aquí solo veo los mensajes en los que se me menciona, por ejemplo, «@Lead Desk mis clientes potenciales».',
  commands: {
    'new-lead': {
      title: 'nuevo cliente potencial',
      example: 'nuevo cliente potencial Jane Doe, Contoso, jane@contoso.com',
      means: 'el formulario de un nuevo cliente potencial, relleno con lo que diga',
    },
    'my-leads': {
      title: 'mis clientes potenciales',
      example: 'mis clientes potenciales',
      means: 'sus clientes potenciales abiertos',
    },
    'open-leads': {
      title: 'clientes potenciales abiertos',
      example: 'clientes potenciales abiertos',
      means: 'los abiertos de todos',
    },
    find: { title: 'buscar', example: 'buscar contoso', means: 'por nombre, empresa, correo o teléfono' },
    lead: { title: 'cliente potencial', example: 'cliente potencial Jane Doe', means: 'uno con sus botones' },
    qualify: { title: 'calificar', example: 'calificar Jane Doe', means: 'convertirlo en oportunidad' },
    disqualify: { title: 'descalificar', example: 'descalificar Jane Doe', means: 'cerrarlo con un motivo' },
    'bulk-qualify': {
      title: 'calificar varios',
      example: 'calificar varios',
      means: 'elegir varios y calificarlos a la vez',
    },
    assign: { title: 'asignar', example: 'asignar Jane Doe a Megan', means: 'dárselo a un compañero' },
    'notify-here': {
      title: 'notificar aquí',
      example: 'notificar aquí',
      means: 'anunciar en esta conversación los nuevos',
    },
    'stop-notifying': { title: 'dejar de notificar', example: 'dejar de notificar', means: 'no hacerlo más aquí' },
    help: { title: 'ayuda', example: 'ayuda', means: 'lo que sé hacer' },
  },
  choose: 'Elegir…',
  findPerson: 'Nombre o correo electrónico',
  choosePerson: 'Elija a alguien de la lista.',
  problemTitle: 'No ha funcionado',
  badButton: 'Este botón ya no se puede usar. Vuelva a abrir el cliente potencial.',
  brokeHere: (reference) => `Algo falló por nuestra parte. Referencia: ${reference}.`,
  fieldProblem: (field, what) => `${field} ${what}.`,
  changedByWhom: (name) => `Último cambio: ${name}.`,
};
