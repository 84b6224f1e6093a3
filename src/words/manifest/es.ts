import type { ManifestWords } from './en.ts';

export const es: ManifestWords = {
  fullName: 'Lead Desk para Teams y Outlook',
  addinOnlyName: 'Lead Desk para Outlook en Mac y móvil',
  short: 'Clientes potenciales sin salir de la conversación',
  description:
    'Cree un cliente potencial a partir de un correo, califíquelo o descalifíquelo y guarde los correos en su escala de tiempo, desde Outlook y Microsoft Teams. El ciclo de vida es el de Dynamics 365 Sales.',
  button: 'Cliente potencial',
  readTip: 'Muestra el cliente potencial del que trata este correo, o uno nuevo rellenado a partir de él.',
  composeTip: 'Muestra el cliente potencial al que escribe y registra allí su correo al enviarlo.',
  tab: 'Clientes potenciales',
  search: 'Buscar un cliente potencial',
  searchTells: 'Inserta la tarjeta de un cliente potencial en su mensaje',
  searchFor: 'Nombre, empresa, correo o teléfono',
  newLead: 'Nuevo cliente potencial',
  newLeadTells: 'Crea un cliente potencial a partir de un mensaje o de lo que rellene',
};
