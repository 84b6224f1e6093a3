import type { ManifestWords } from './en.ts';

export const pt: ManifestWords = {
  fullName: 'Lead Desk para Teams e Outlook',
  addinOnlyName: 'Lead Desk para Outlook no Mac e no celular',
  short: 'Clientes potenciais sem sair da conversa',
  description:
    'Crie um cliente potencial a partir de um e-mail, qualifique-o ou desqualifique-o e guarde os e-mails na linha do tempo, no Outlook e no Microsoft Teams. O ciclo de vida é o do Dynamics 365 Sales.',
  button: 'Cliente potencial',
  readTip: 'Mostra o cliente potencial de que trata este e-mail, ou um novo preenchido a partir dele.',
  composeTip: 'Mostra o cliente potencial para quem você escreve e registra o e-mail ali ao enviar.',
  tab: 'Clientes potenciais',
  search: 'Buscar um cliente potencial',
  searchTells: 'Insere o cartão de um cliente potencial na sua mensagem',
  searchFor: 'Nome, empresa, e-mail ou telefone',
  newLead: 'Novo cliente potencial',
  newLeadTells: 'Cria um cliente potencial a partir de uma mensagem ou do que você preencher',
};
