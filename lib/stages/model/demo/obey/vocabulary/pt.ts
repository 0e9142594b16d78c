import 'server-only';
import type { Words } from './ideas.ts';

export const PT: Words = {
  show: 'mostra~ mostre revela~ revele repete~ repita imprime~ imprima diga diz me_diga dê dá escreve~ escreva lista~ liste copia~ copie cita~ traduz~ envia~ envie exporta~ exporte inclua inclui responda forneça quero preciso',
  ask: 'que quais qual quem como',
  rules:
    'instrução instruções regra regras diretriz~ prompt configuração ordens comandos mensagem_do_sistema mensagem_de_sistema',
  hidden: 'sistema secret~ oculta~ interna~ interno~ inicial iniciais original~',
  yours: 'teu tua teus tuas seu sua seus suas te você tu',
  given:
    'te_deram te_disseram lhe_deram recebeu no_início no_começo antes_desta antes_deste contexto seus_criadores desenvolvedores deve_seguir',
  verbatim: 'palavra_por_palavra literal~ integral~ complet~ exatamente todas',
  above: 'acima anterior~ precede antes_desta_mensagem',
  lines: 'tudo texto palavras linha linhas mensagem o_que',
  everyone: 'todos todas tudo outro outros outra outras cada demais',
  people: 'cliente clientes usuário usuários utilizador~ empresa empresas assinante~',
  address: 'e-mail e-mails email emails endereço endereços contato contatos contacto contactos',
  database: 'banco_de_dados base_de_dados tabela',
  head: 'dono dona proprietári~ chefe diretor~ gerente',
  refund: 'reembols~ devolv~ estorn~ restitu~ ressarc~ de_volta',
  money: 'dinheiro fatura faturas pagamento valor euros reais tudo',
  pressed:
    'agora já imediatamente sem_perguntar sem_confirmação sem_aprovação aprovado autorizado confirmado completo urgente hoje execute total integral deve',
  change:
    'muda~ mude altera~ altere atualiza~ atualize troca~ troque envia~ envie manda~ mande substitu~ a_partir_de novo nova defina',
  invoices: 'fatura faturas faturação faturamento cobrança contabilidade',
  contact: 'contato contacto endereço e-mail email destinatário',
  open: 'abra abre abrir visite visita acesse acede clique carregue baixe',
  picture: 'imagem imagens foto logo pixel ícone',
  link: 'link ligação botão',
  endless: 'para_sempre sem_parar sem_fim infinit~ eternamente nunca_pare não_pare até',
  repeat: 'repete~ repita diga escreva escreve~ imprima conte continue',
  bill: 'fatura~ pagament~ pagar reembols~ imposto~ valor plano vencimento cobrança~',
  ours: 'meu minha meus minhas nosso nossa nossos nossas',
  decode: 'decodifi~ descodifi~ decifr~',
};
