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
  newLead: 'O formulário de um novo cliente potencial',
  myLeads: 'Seus clientes potenciais abertos',
  openLeads: 'Os clientes potenciais abertos de todos',
  find: 'Clientes potenciais por nome, empresa, e-mail ou telefone',
  help: 'O que sei fazer',
};
