/** Names of fields in other languages than English, by their role, in small words. */
export const namesInLanguages = {
  problem: list(`
    aufgabe, frage, pregunta, problema, énoncé, enonce, enunciado, pergunta, questão, questao, domanda,
    esercizio, vraag, opgave, fråga, uppgift, zadanie, pytanie, úloha, otázka, feladat, kérdés, enunț,
    întrebare, soru, soal, pertanyaan, câu hỏi, bài toán, đề bài, вопрос, задача, условие, завдання,
    питання, ερώτηση, πρόβλημα, السؤال, المسألة, سوال, سؤال, مسئله, प्रश्न, समस्या, প্রশ্ন, คำถาม,
    โจทย์, 题目, 问题, 題目, 問題, 問題文, 题干, 문제, 질문`),
  answer: list(`
    antwort, respuesta, respuesta correcta, réponse, reponse, resposta, resposta correta, gabarito,
    risposta, antwoord, svar, odpowiedź, odpowiedz, odpověď, válasz, răspuns, cevap, doğru cevap,
    jawaban, kunci jawaban, đáp án, câu trả lời, ответ, відповідь, απάντηση, الجواب, الإجابة, پاسخ,
    जवाब, उत्तर, উত্তর, คำตอบ, เฉลย, 答案, 正确答案, 标准答案, 参考答案, 正解, 答え, 解答, 정답, 답, 답변`),
  solution: list(`
    lösung, loesung, lösungsweg, solución, solucion, resolución, resolucion, solução, solucao,
    resolução, resolucao, soluzione, svolgimento, oplossing, uitwerking, rozwiązanie, rozwiazanie,
    řešení, megoldás, soluție, rezolvare, çözüm, pembahasan, penyelesaian, lời giải, решение,
    розв'язання, розв язання, розвязання, λύση, الحل, راه حل, حل, हल, समाधान, সমাধান, วิธีทำ, 解析, 解答,
    解答过程, 解题过程, 解题步骤, 解题思路, 参考解析, 答案解析, 思路, 详解, 過程, 解説, 解法, 分析, 풀이, 풀이 과정, 해설`),
  choice: list(`
    opciones, alternativas, opções, opcoes, choix, options de réponse, opzioni, opties, opcje,
    seçenekler, şıklar, pilihan, lựa chọn, đáp án lựa chọn, варианты, варианты ответа, варіанти,
    الخيارات, گزینه ها, विकल्प, 选项, 選項, 選択肢, 보기, 선택지`),
  concept: list(
    `thema, tema, temas, thème, argomento, konzepte, conceptos, kavramlar, тема, темы, понятия, 知识点, 知識点, 考点, 概念, 개념`,
  ),
  hint: list(
    `hinweis, hinweise, indice, pista, pistas, dica, dicas, suggerimento, ipucu, petunjuk, gợi ý, подсказка, подсказки, 提示, ヒント, 힌트`,
  ),
  fact: list(
    `schwierigkeit, niveau, nivel, dificultad, dificuldade, klasse, kelas, sınıf, сложность, класс, 编号, 题目编号, 题号, 难度, 题目类型, 年级, 難易度, 学科, 章节, 题型, 난이도`,
  ),
};

function list(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim().replaceAll(/\s+/g, ' ').normalize('NFC'))
    .filter((name) => name !== '');
}
