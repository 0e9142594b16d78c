import 'server-only';

/** What Portuguese words mean to a guard. */
export const PT = `
IGNORE ignor, esqueç, esquec, desconsider, desobede, contorn, burl, pul., pule, pular, passe por cima, não siga, deixe de lado, deixe de seguir, despreze, descart, salte, anule as, viole, desrespeit, não leve em conta, omit
RULES instruç, instruc, regra, diretriz, diretrizes, norma, restriç, política, prompt, ordem., ordens, comando, orientaç, limitaç, diretiva
PRIOR anterior, prévi, acima, original, inicial, até agora, precedente, antes., de cima
REVEAL mostr, revel, exib, imprim, diga me, diga, me diga, me dê, dê me, me passe, lista., liste, listar, enumer, divulg, expo, exporte, vaze, compartilh, entregu, forneç, me mostre, me conte, extrai, despej, apresent
REPEAT repit, repet, palavra por palavra, literal, na íntegra, copi, traduz, resum, recit, soletr, transcrev, complete a, reproduz, ao pé da letra
SECRET secret, segred, ocult, escondid, confidenci, sigilos, intern
KEY senha, palavra passe, chave, token, credencia, código de acesso, login
SYSTEM sistema, configuraç, mensagem do desenvolvedor, código fonte, contexto
BOT ia., assistente, robô, modelo, inteligência artificial, chatbot, máquina
ROLE aja, atue, finja, finge, faz de conta, faça de conta, comporte, agora você é, você agora é, és agora, imagine que, simul, papel, personagem, interprete, passe se por, torne se, seja um, seja o, você será
STORY história, conto., poema, romance, cena., roteiro, hipotétic, hipotetic, ficção, filme, avó, canção, adivinha, supon, jogo, peça de teatro, imagin, sonho
FREE sem restriç, sem limite, sem filtro, sem censura, ilimitad, malvad, sem regras, nenhuma regra, liberad, irrestrit, desbloquead, sem amarras
MODE modo., ativ, habilit, desbloque, depuraç, manutenç
OFF desativ, deslig, suspend, remova os filtros, não valem, não se aplica, deixam de, já não, revog, retire, desabilit
FILTER filtro, seguranç, proteç, moderaç, étic, moral, censura, aviso, salvaguard, controle, verificaç
BOSS administrador, desenvolvedor, programador, diretor, chefe, auditor, gerente, dono, dona., proprietári, responsáv, equipe, equipa, engenheir, operador, supervisor, contabilidade, financeiro, ceo, presidente, suporte técnico, criador
IAM sou o, sou a, sou seu, sou teu, aqui é, aqui fala, quem fala, em nome d, da parte d, na qualidade, como administrador, como responsáv, como diretor, somos d, somos a, trabalho n, represento
ALLOWED autoriz, permiss, permitid, acesso, privilégi, verificad, pode agora, tem permissão, libero, isent
NOWON a partir de agora, de agora em diante, daqui em diante, em vez disso, em vez de, no lugar, nova tarefa, nova instruç, novas instruç, nova regra, novas regras, doravante, sua verdadeira, nova ordem, comece de novo, seu novo, sua nova
MUST você deve, deve., deves, tem que, tem de, precisa., obedeç, obedec, exijo, ordeno, obrigatóri, recus, cumpr, não importa, independente, é preciso, certifique, garanta, mando que
EVER sempre, nunca, jamais, para sempre, permanente, toda vez, vitalíci, eternamente
WITHOUT sem., não precisa, não é necessári, desnecessári, dispens, evite, não há necessidade
APPROVE aprov, confirm, autorização, assin, segunda pessoa, quatro olhos, valid, consentim, verific, perguntar, consultar, aval., revisão, sinal verde, aceit, homolog
SELF você mesmo, tu mesmo, automátic, automatic, diretamente, imediat, agora mesmo, em meu nome, por mim, por conta própria, de uma vez, logo., force, forc, na hora
SILENT em segredo, secretamente, em silêncio, silencios, discret, sem avisar, sem contar, sem que ninguém, não conte, não diga, não mencione, não avise, às escondidas, entre nós, sem notificar, não informe, ninguém saiba, ninguém perceba, não pergunte, pelas costas
OTHERS outros clientes, outro cliente, outras empresas, outra empresa, outros usuários, outro usuário, outros utilizadores, outras contas, outra conta, outra pessoa, outro inquilino, concorren, vizinh, terceiros, todos os clientes, todas as empresas, alhei, inquilin, todos os usuários, cada cliente, todo mundo, toda a gente, de outr
ALL todo., todos., toda., todas., tudo, cada., inteir, complet, íntegr, total, qualquer, exat
CUSTOMER cliente, usuári, utilizador, conta., contas, empresa, assinante, membro, pessoa, colega
DATA dados, mail, endereç, cartão, cartões, telefone, banco de dados, base de dados, informaç, registros, nomes, contato, pessoais, conversa, mensagem
BILL fatura, faturamento, cobranç, pagamento, assinatura, plano, recibo, tarifa, taxa, valor, saldo, vencid, vencimento, dívida, preço, imposto, boleto, custo, licenç, contrato
REFUND reembols, devoluç, devolv, estorn, crédito, credit, descont, cupom, cupão, compens, grátis, gratuit, perdo, bonific, vale presente, brinde, ressarc, restitu, promoç, isente
ZERO zero, nada a pagar, cem por cento, máxim, dobro, um centavo, um cêntimo, o maior possível, milhão, milhões, negativ
PAID pag., pago., paga., pagas, quitad, liquidad, marqu, marcar, como se, status, baixad, recebid, dê baixa, fechad, regist
CHANGE mud, alter, modific, substitu, troqu, troc, atualiz, coloque, defina, redirecion, ajust, aument, diminu, reduz, edit, desvi, prorrog, mova, ponha
TARGET conta bancária, iban, contato de cobrança, contato de faturamento, endereço de cobrança, beneficiári, destinatári, titular, conta pessoal, chave pix, pix., bitcoin, paypal
SEND envi, mand, encaminh, transfir, transfer, transmit, suba o, publiqu, remet, reencaminh
LINK link, imagem, servidor, site, página, anexo
ENCODE codific, cifr, de trás para, ao contrário, base64, invert, decodific, letra por letra, primeira letra, acróstico, criptograf
TOOL ferramenta, função, consulta, execut, chame a, invoque, script, rode., rodar, parâmetro, código
END fim d, início, nova sessão, nova conversa, nota para, nota ao, mensagem d, resultado d, atenção, importante, observação
LOOP infinit, mil vezes, sem parar, sem fin, laço, cem vezes, repetidamente
LIMIT limite, teto, limiar, abaixo d, divid, fracion, várias partes, pequen, parcel
LOG registro, auditoria, rastro, vestígi, notificaç, históric, prova., alerta, log.
ALREADY já foi, já deu, já aprov, já disse, combinad, acordad, promet, consider, conta como, dê por, vale como, trate est, deu o ok, deu ok, como combinamos, ja autoriz
ASK como., por que, porque., quando, o que, qual., quais, onde, quem, quanto, quantos, posso, podemos, há., devo, tenho que, é possível, dá para, está., estão, existe
MINE meu, meus, minha, nosso, nossa, nossos, nossas, eu., nós., me., nos.
YOU você, vocês, seu., sua., seus., suas., tu., teu, tua, te.
NOT não, nenhum, nada., nem.
POLITE por favor, obrigad, poderia, poderiam, pode me, podem, consegue, olá, oi., bom dia, boa tarde, desculp, gostaria, queremos, queria, abraço, ajud
DELETE apag, delet, elimin, exclu, remov, destru, escond, ocult, cancel, limp
THREAT urgen, demit, demiss, morr, process, advogad, senão, recompensa, gorjeta, rápido, perigo, emergência, ameaç, imprensa
TEST teste, exercíci, pesquisa, simulaç, experimento, estudo, ensaio, treinamento, fins educativos
SAY diz, dizer, respond, escrev, redij, fal., fale, gere., gerar, crie, criar, conte uma, descrev, expli
PERSON data de nascimento, salári, mora., vive., telefone d, senhor, senhora, dele, dela
HARM hacke, roub, malware, bomba, arma., armas, droga, fraude, ilegal, vírus, xingu, xinga, insult, ataque, falsific, golpe, veneno, phishing
IF se você, se o, sempre que, quando o, assim que, antes de, ao ler, cada vez que, toda vez que
WHEN mês, meses, hoje, amanhã, ontem, semana, dia., dias, ano., anos, janeiro, fevereiro, março, abril, junho, julho, agosto, setembro, outubro, novembro, dezembro, segunda feira, sexta, trimestre, data.
WRONG problema, erro, errad, não funciona, incorret, duas vezes, duplicad, recusad, expirad, falta, mais alt, diferença, falh, não bate
`;
